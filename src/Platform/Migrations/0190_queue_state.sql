-- How much waits, and for how long, over all organizations: numbers for the operator, nothing of any one organization.
create function kernel.queue_state() returns table (kind text, waiting bigint, running bigint, dead bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select j.kind,
    count(*) filter (where j.state = 'ready'),
    count(*) filter (where j.state = 'running'),
    count(*) filter (where j.state = 'dead'),
    coalesce(extract(epoch from now() - min(j.run_at) filter (where j.state = 'ready' and j.run_at <= now())), 0)::double precision
  from kernel.jobs j group by j.kind
$$;

revoke execute on function kernel.queue_state from public;
grant execute on function kernel.queue_state to {app_role};
