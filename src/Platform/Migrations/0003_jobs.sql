-- Durable jobs. A job is a row until it is done; it moves on in the same transaction as the data that it produces.
create table kernel.jobs (
  organization_id uuid not null,          -- 00000000-…: a job of the installation
  id uuid not null,
  kind text not null,                     -- which handler
  subject uuid,                           -- what it is about, for example a call
  payload jsonb,                          -- ids and counts, never content
  priority smallint not null,             -- smaller goes first
  state text not null check (state in ('ready', 'running', 'dead')),
  attempts int not null default 0,
  run_at timestamptz not null,
  created_at timestamptz not null,
  step_since timestamptz not null,        -- since when the present kind is tried: caps its wall time
  lease_token uuid,                       -- who holds it; a lost lease can't be finished
  lease_until timestamptz,
  reason text,                            -- why the last attempt failed, or why it is dead
  primary key (organization_id, id),
  check ((state = 'running') = (lease_token is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
select kernel.protect_tenant_table('kernel.jobs');
create index jobs_ready on kernel.jobs (kind, priority, organization_id, run_at) where state = 'ready';
create index jobs_leased on kernel.jobs (lease_until) where state = 'running';
create index jobs_subject on kernel.jobs (organization_id, subject) where subject is not null;

-- Wakes the workers at commit; equal notifications of one transaction are one.
create function kernel.notify_jobs() returns trigger language plpgsql as $$
begin
  perform pg_notify('earshot_jobs', '');
  return null;
end $$;
create trigger notify_jobs after insert on kernel.jobs for each statement execute function kernel.notify_jobs();
