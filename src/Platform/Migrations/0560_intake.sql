-- Intake: resumable uploads and requests that may be repeated.
alter table calls.uploads add column spool_file text;            -- encrypted part of the file that has arrived; null once it is handed over or gone
alter table calls.uploads add column spool_key bytea;            -- its one-off key, sealed
alter table calls.uploads add column calls int not null default 0; -- how many calls came of it
create index uploads_digest on calls.uploads (organization_id, digest) where digest is not null and state = 'accepted';
create index uploads_open on calls.uploads (updated_at) where state = 'receiving';

-- A request with an Idempotency-Key that came again gives the first answer.
create table calls.idempotency_keys (
  organization_id uuid not null,
  key text not null,
  digest bytea not null,                  -- SHA-256 of the request, keyed per tenant
  call_id uuid not null,
  created_at timestamptz not null,
  primary key (organization_id, key)
);
select kernel.protect_tenant_table('calls.idempotency_keys');
