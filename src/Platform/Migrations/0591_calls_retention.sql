-- The text and the judgement of a call end before its row does.
alter table calls.calls add column content_erased_at timestamptz;
create index calls_content on calls.calls (organization_id, started_at) where content_erased_at is null;
create index uploads_old on calls.uploads (organization_id, created_at) where state <> 'receiving';
create index idempotency_keys_old on calls.idempotency_keys (organization_id, created_at);
