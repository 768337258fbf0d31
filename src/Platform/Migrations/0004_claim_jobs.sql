-- The three doors through which the job runner reaches the jobs of all organizations. Everything else about a job is behind the policy.

-- Claims up to wanted jobs of the given kinds: by priority, then fairly, a share for each organization, in an order that changes.
create function kernel.claim_jobs(kinds text[], wanted int, token uuid, lease interval) returns setof kernel.jobs
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  level smallint;
  turn_kinds text[];
  turn_organizations uuid[];
  taken int := 0;
  got int;
begin
  foreach level in array array[0, 10]::smallint[] loop   -- JobPriority
    -- Organizations that have something to do, found by jumping through the index.
    select array_agg(found.kind), array_agg(found.organization_id)
    into turn_kinds, turn_organizations
    from (
      select k.kind, o.organization_id from unnest(kinds) k(kind) cross join lateral (
        with recursive organizations as (
          (select j.organization_id from kernel.jobs j where j.state = 'ready' and j.kind = k.kind and j.priority = level order by j.organization_id limit 1)
          union all
          select (select j.organization_id from kernel.jobs j where j.state = 'ready' and j.kind = k.kind and j.priority = level
                  and j.organization_id > before.organization_id order by j.organization_id limit 1)
          from organizations before where before.organization_id is not null)
        select organization_id from organizations where organization_id is not null) o
      order by random()) found;
    continue when turn_kinds is null;
    return query
      update kernel.jobs set state = 'running', lease_token = token, lease_until = now() + lease, attempts = jobs.attempts + 1
      where (jobs.organization_id, jobs.id) in (
        select picked.organization_id, picked.id from unnest(turn_kinds, turn_organizations) turn(kind, organization_id) cross join lateral (
          select j.organization_id, j.id from kernel.jobs j
          where j.state = 'ready' and j.kind = turn.kind and j.priority = level and j.organization_id = turn.organization_id and j.run_at <= now()
          order by j.run_at limit greatest(1, (wanted - taken) / cardinality(turn_kinds)) for update skip locked) picked
        limit wanted - taken)
      returning jobs.*;
    get diagnostics got = row_count;
    taken := taken + got;
    exit when taken >= wanted;
  end loop;
end $$;

-- Says that the holders of these leases are alive.
create function kernel.renew_leases(tokens uuid[], lease interval) returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with renewed as (
    update kernel.jobs set lease_until = now() + lease where state = 'running' and lease_token = any(tokens) and lease_until >= now() returning 1)
  select count(*)::int from renewed
$$;

-- Gives back what dead processes held.
create function kernel.release_expired_jobs() returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with released as (
    update kernel.jobs set state = 'ready', lease_token = null, lease_until = null where state = 'running' and lease_until < now() returning 1)
  select count(*)::int from released
$$;

revoke execute on function kernel.claim_jobs, kernel.renew_leases, kernel.release_expired_jobs from public;
grant execute on function kernel.claim_jobs, kernel.renew_leases, kernel.release_expired_jobs to {app_role};
