-- Copies of recordings that a remote recogniser keeps until it is told to forget them: written down before anything else happens, so
-- that a crash leaves none behind. Each has a durable job that sees to it.
create table calls.engine_copies (
  organization_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  engine text not null,
  reference text not null,                -- the recogniser's own id of the copy
  kept_at timestamptz not null,
  forgotten_at timestamptz,               -- null: the recogniser has not confirmed yet
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.engine_copies');
create index engine_copies_call on calls.engine_copies (organization_id, call_id) where forgotten_at is null;
