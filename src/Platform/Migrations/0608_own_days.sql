-- Days are those of the organization's time zone, not of UTC. UTC where PostgreSQL does not know the zone.
create function scoring.zone() returns text language plpgsql stable as $$
declare
  zone text;
begin
  select time_zone into zone from accounts.organizations where organization_id = kernel.current_tenant();
  perform now() at time zone zone;
  return coalesce(zone, 'UTC');
exception when invalid_parameter_value then
  return 'UTC';
end $$;

create function scoring.day_of(moment timestamptz) returns date language sql stable as $$ select (moment at time zone scoring.zone())::date $$;

create or replace function scoring.sum_calls(first date, last date) returns void language sql as $$
  delete from scoring.call_days where organization_id = kernel.current_tenant() and day between first and last;
  insert into scoring.call_days
  select organization_id, (started_at at time zone (select scoring.zone()))::date, coalesce(agent_id, scoring.nobody()), coalesce(department_id, scoring.nobody()),
    count(*), count(score), coalesce(sum(score), 0), coalesce(sum(score * score), 0), count(*) filter (where failed_critical),
    count(*) filter (where sentiment > 0), count(*) filter (where sentiment < 0), count(*) filter (where satisfied), count(*) filter (where resolved),
    coalesce(sum(duration_ms), 0) / 1000.0, count(*) filter (where flags <> '{}')
  from calls.calls
  where organization_id = kernel.current_tenant() and state = 'done'
    and started_at >= first::timestamp at time zone (select scoring.zone()) and started_at < (last + 1)::timestamp at time zone (select scoring.zone())
  group by 1, 2, 3, 4
$$;

create or replace function scoring.sum_scores(wanted date) returns void language sql as $$
  delete from scoring.score_days d using scoring.versions v
    where d.organization_id = kernel.current_tenant() and d.day = wanted and v.organization_id = d.organization_id and v.no = d.version_no and v.state = 'published';
  insert into scoring.score_days
  with scored as (
    select s.version_no, coalesce(c.agent_id, scoring.nobody()) as agent_id, coalesce(c.department_id, scoring.nobody()) as department_id,
      s.score, s.failed, s.answers, coalesce((v.definition::jsonb ->> 'pass_from')::float8, 80) as pass_from
    from scoring.calls c
    join scoring.versions v on v.organization_id = c.organization_id and v.state = 'published'
    join scoring.scores s on s.organization_id = c.organization_id and s.version_no = v.no and s.call_id = c.call_id
    where c.organization_id = kernel.current_tenant()
      and c.started_at >= wanted::timestamp at time zone (select scoring.zone()) and c.started_at < (wanted + 1)::timestamp at time zone (select scoring.zone())
  ), letters as (
    select version_no, agent_id, department_id, place,
      count(*) filter (where substr(answers, place, 1) = 'y')::int as met, count(*) filter (where substr(answers, place, 1) = 'n')::int as unmet
    from scored cross join lateral generate_series(1, length(answers)) as place group by 1, 2, 3, 4
  ), criteria as (
    select version_no, agent_id, department_id, array_agg(met order by place) as met, array_agg(unmet order by place) as unmet from letters group by 1, 2, 3
  )
  select kernel.current_tenant(), version_no, wanted, agent_id, department_id, count(score), count(*) filter (where score >= pass_from and not failed),
    count(*) filter (where failed), coalesce(sum(score), 0), coalesce(sum(score::float8 * score), 0), c.met, c.unmet
  from scored join criteria c using (version_no, agent_id, department_id)
  group by version_no, agent_id, department_id, c.met, c.unmet
$$;

create or replace function scoring.forget_calls() returns trigger language plpgsql as $$
begin
  insert into scoring.dirty_days select distinct c.organization_id, (c.started_at at time zone coalesce(o.time_zone, 'UTC'))::date
    from gone g join scoring.calls c on c.organization_id = g.organization_id and c.call_id = g.call_id
    left join accounts.organizations o on o.organization_id = g.organization_id on conflict do nothing;
  delete from scoring.scores s using gone g, scoring.versions v
    where v.organization_id = g.organization_id and s.organization_id = v.organization_id and s.version_no = v.no and s.call_id = g.call_id;
  delete from scoring.reviews r using gone g where r.organization_id = g.organization_id and r.call_id = g.call_id;
  delete from scoring.appeals a using gone g where a.organization_id = g.organization_id and a.call_id = g.call_id;
  delete from scoring.calls c using gone g where c.organization_id = g.organization_id and c.call_id = g.call_id;
  return null;
end $$;

create or replace function scoring.show_scores(version int, after uuid, batch int) returns uuid language plpgsql as $$
declare
  last uuid;
begin
  select call_id into last from (
    select call_id from scoring.scores where organization_id = kernel.current_tenant() and version_no = version and call_id > after order by call_id limit batch) as next
    order by call_id desc limit 1;
  update calls.calls c set score = s.score, failed_critical = s.failed
    from scoring.scores s
    where s.organization_id = kernel.current_tenant() and s.version_no = version and s.call_id > after and s.call_id <= last
      and c.organization_id = s.organization_id and c.id = s.call_id and scoring.shown_version(c.language) = version
      and (c.score is distinct from s.score or c.failed_critical is distinct from s.failed);
  insert into scoring.dirty_days
    select distinct c.organization_id, (c.started_at at time zone (select scoring.zone()))::date from scoring.calls c
    where c.organization_id = kernel.current_tenant() and c.call_id > after and c.call_id <= last
    on conflict do nothing;
  return last;
end $$;

-- Another zone cuts all days anew, and those at the edges.
create function scoring.recount_days() returns trigger language plpgsql as $$
begin
  insert into scoring.dirty_days select distinct d.organization_id, d.day + n from scoring.call_days d cross join generate_series(-1, 1) n
    where d.organization_id = new.organization_id on conflict do nothing;
  return null;
end $$;
create trigger recount_days after update of time_zone on accounts.organizations for each row
  when (old.time_zone is distinct from new.time_zone) execute function scoring.recount_days();

insert into scoring.dirty_days select distinct d.organization_id, d.day + n
  from scoring.call_days d join accounts.organizations o on o.organization_id = d.organization_id cross join generate_series(-1, 1) n
  where o.time_zone <> 'UTC' on conflict do nothing;
