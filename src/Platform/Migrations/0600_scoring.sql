-- Scoring: scorecards in versions, calls in the form that rules read quickly, scores of each version, and sums by day for dashboards.
create table scoring.scorecards (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  language text,                          -- of the calls that it scores; null: any
  created_by uuid,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.scorecards');

-- A version never changes once it is published. The number is short, because a million scores carry it.
create table scoring.versions (
  organization_id uuid not null,
  no int not null,
  scorecard_id uuid not null,
  version int not null,
  state text not null,                    -- draft, published, retired
  definition text not null,               -- the scorecard as JSON
  created_by uuid,
  created_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (organization_id, no),
  unique (organization_id, scorecard_id, version)
);
select kernel.protect_tenant_table('scoring.versions');
create unique index versions_published on scoring.versions (organization_id, scorecard_id) where state = 'published';

-- Written forms of masked words by number: only such as several calls have.
create table scoring.words (
  organization_id uuid not null,
  no int not null,
  form text not null,
  primary key (organization_id, no)
);
select kernel.protect_tenant_table('scoring.words');

-- What a scorecard needs of a call. Ids grow with time, so that the key is also the order in which calls came.
create table scoring.calls (
  organization_id uuid not null,
  call_id uuid not null,
  started_at timestamptz not null,
  agent_id uuid,
  department_id uuid,
  language text not null,
  words bytea not null,                   -- StoredWords: masked words by number
  facts bytea not null,                   -- StoredFacts: measures, steps, flags
  masker_version text not null,
  analyst_version text not null,
  engine text,
  primary key (organization_id, call_id)
) with (toast_tuple_target = 4080);
alter table scoring.calls alter column words set storage main, alter column facts set storage main;
alter table scoring.calls alter column words set compression lz4;
select kernel.protect_tenant_table('scoring.calls');
create index calls_started on scoring.calls (organization_id, started_at);

create table scoring.scores (
  organization_id uuid not null,
  version_no int not null,
  call_id uuid not null,
  score real,                             -- null: nothing applied
  failed boolean not null,
  answers text not null,                  -- a letter a criterion: y, n, - (does not apply), o (open)
  places bytea not null,                  -- StoredPlaces: where the words stand that show it
  primary key (organization_id, version_no, call_id)
);
select kernel.protect_tenant_table('scoring.scores');

-- Sums by day, agent and department; the days are those of UTC. The nil id stands for nobody.
create table scoring.score_days (
  organization_id uuid not null,
  version_no int not null,
  day date not null,
  agent_id uuid not null,
  department_id uuid not null,
  scored int not null,
  passed int not null,
  failed int not null,
  score_sum float8 not null,
  score_squares float8 not null,
  met int[] not null,                     -- by criterion
  unmet int[] not null,
  primary key (organization_id, version_no, day, agent_id, department_id)
);
select kernel.protect_tenant_table('scoring.score_days');

create table scoring.call_days (
  organization_id uuid not null,
  day date not null,
  agent_id uuid not null,
  department_id uuid not null,
  calls int not null,
  scored int not null,
  score_sum float8 not null,
  score_squares float8 not null,
  failed int not null,
  positive int not null,
  negative int not null,
  satisfied int not null,
  resolved int not null,
  seconds float8 not null,
  flagged int not null,
  primary key (organization_id, day, agent_id, department_id)
);
select kernel.protect_tenant_table('scoring.call_days');

create table scoring.dirty_days (
  organization_id uuid not null,
  day date not null,
  primary key (organization_id, day)
);
select kernel.protect_tenant_table('scoring.dirty_days');

-- Re-scoring of history, and what it changed against the version before.
create table scoring.runs (
  organization_id uuid not null,
  id uuid not null,
  version_no int not null,
  against_no int,
  state text not null,                    -- waiting, running, done, failed
  total int not null default 0,
  done int not null default 0,
  better int,
  worse int,
  same int,
  newly_failed int,
  average_before float8,
  average_after float8,
  requested_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.runs');

-- What people say: answers of their own with a reason, blind to each other until both are there.
create table scoring.reviews (
  organization_id uuid not null,
  id uuid not null,
  version_no int not null,
  call_id uuid not null,
  reviewer_id uuid not null,
  answers text not null,
  score real,
  failed boolean not null,
  reason text not null,                   -- masked like speech
  is_override boolean not null,           -- counts instead of the machine's answers
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.reviews');
create index reviews_call on scoring.reviews (organization_id, call_id, version_no);

create table scoring.appeals (
  organization_id uuid not null,
  id uuid not null,
  version_no int not null,
  call_id uuid not null,
  user_id uuid not null,
  state text not null,                    -- acknowledged, open, upheld, rejected
  reason text not null,                   -- masked like speech
  answer text,                            -- masked like speech
  answered_by uuid,
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.appeals');
create index appeals_open on scoring.appeals (organization_id, state, created_at desc);

-- What was made of a transcript goes with it.
create function scoring.forget_calls() returns trigger language plpgsql as $$
begin
  insert into scoring.dirty_days select distinct c.organization_id, (c.started_at at time zone 'UTC')::date
    from gone g join scoring.calls c on c.organization_id = g.organization_id and c.call_id = g.call_id on conflict do nothing;
  delete from scoring.scores s using gone g, scoring.versions v
    where v.organization_id = g.organization_id and s.organization_id = v.organization_id and s.version_no = v.no and s.call_id = g.call_id;
  delete from scoring.reviews r using gone g where r.organization_id = g.organization_id and r.call_id = g.call_id;
  delete from scoring.appeals a using gone g where a.organization_id = g.organization_id and a.call_id = g.call_id;
  delete from scoring.calls c using gone g where c.organization_id = g.organization_id and c.call_id = g.call_id;
  return null;
end $$;
create trigger forget_scoring after delete on calls.transcripts referencing old table as gone for each statement execute function scoring.forget_calls();

-- Days whose sums are out of date, of all organizations: ids and dates only.
create function scoring.days_to_sum() returns table (organization_id uuid, day date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select organization_id, day from scoring.dirty_days order by day desc limit 500
$$;
revoke execute on function scoring.days_to_sum from public;
grant execute on function scoring.days_to_sum to {app_role};

create function scoring.nobody() returns uuid language sql immutable parallel safe return '00000000-0000-0000-0000-000000000000'::uuid;

-- Sums of calls from one day to another, the last one included.
create function scoring.sum_calls(first date, last date) returns void language sql as $$
  delete from scoring.call_days where organization_id = kernel.current_tenant() and day between first and last;
  insert into scoring.call_days
  select organization_id, (started_at at time zone 'UTC')::date, coalesce(agent_id, scoring.nobody()), coalesce(department_id, scoring.nobody()),
    count(*), count(score), coalesce(sum(score), 0), coalesce(sum(score * score), 0), count(*) filter (where failed_critical),
    count(*) filter (where sentiment > 0), count(*) filter (where sentiment < 0), count(*) filter (where satisfied), count(*) filter (where resolved),
    coalesce(sum(duration_ms), 0) / 1000.0, count(*) filter (where flags <> '{}')
  from calls.calls
  where organization_id = kernel.current_tenant() and state = 'done'
    and started_at >= first::timestamp at time zone 'UTC' and started_at < (last + 1)::timestamp at time zone 'UTC'
  group by 1, 2, 3, 4
$$;

-- Sums of the scores of published versions, one day.
create function scoring.sum_scores(wanted date) returns void language sql as $$
  delete from scoring.score_days d using scoring.versions v
    where d.organization_id = kernel.current_tenant() and d.day = wanted and v.organization_id = d.organization_id and v.no = d.version_no and v.state = 'published';
  insert into scoring.score_days
  with scored as (
    select s.version_no, coalesce(c.agent_id, scoring.nobody()) as agent_id, coalesce(c.department_id, scoring.nobody()) as department_id,
      s.score, s.failed, s.answers, coalesce((v.definition::jsonb ->> 'pass_from')::float8, 80) as pass_from
    from scoring.calls c
    join scoring.versions v on v.organization_id = c.organization_id and v.state = 'published'
    join scoring.scores s on s.organization_id = c.organization_id and s.version_no = v.no and s.call_id = c.call_id
    where c.organization_id = kernel.current_tenant() and c.started_at >= wanted::timestamp at time zone 'UTC' and c.started_at < (wanted + 1)::timestamp at time zone 'UTC'
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
