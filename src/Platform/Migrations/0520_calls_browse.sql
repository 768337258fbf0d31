-- Lists and search stay quick at a million calls.
--
-- Under row-level security PostgreSQL may use an index only with operators that it knows to leak nothing; full-text match and array
-- containment are not among them, so a policy would turn every search into a scan of the whole table. find_calls is therefore the one
-- door through which calls are found: it runs as the owner, names the tenant of the session itself in each branch, and gives nothing
-- but ids and start times. The rows themselves are read under the policy.

-- Everything that the list filters by stands in the index, so that a rare combination is looked for without touching the table.
create index calls_list on calls.calls (organization_id, started_at desc, id desc)
  include (state, agent_id, department_id, direction, score, sentiment, restricted);
drop index calls.calls_recent;
create index calls_department on calls.calls (organization_id, department_id, started_at desc, id desc) where department_id is not null;
create index calls_score on calls.calls (organization_id, score, started_at desc, id desc) where score is not null;
create index calls_sentiment on calls.calls (organization_id, sentiment, started_at desc, id desc) where sentiment is not null;
create index calls_flags on calls.calls using gin (organization_id, flags) where flags <> '{}';
create index calls_topics on calls.calls using gin (organization_id, topics) where topics <> '{}';
create index calls_unfinished on calls.calls (organization_id, started_at desc, id desc) where state <> 'done';

-- Words rare enough to be looked up in the index; others are common enough to be met soon when reading from the newest call on.
alter table calls.search alter column words set statistics 1000;

-- The weights tell who said it: A the agent, B the customer, D anybody else. "russian" stems Russian words, and English ones as English.
create function calls.search_words(language text, agent text, customer text, others text) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select setweight(to_tsvector(config, agent), 'A') || setweight(to_tsvector(config, customer), 'B') || to_tsvector(config, others)
  from (select case language when 'ar' then 'arabic'::regconfig else 'russian'::regconfig end as config) as stemmer
$$;

-- What a person types: words, "a phrase", -without, or.
create function calls.search_query(typed text) returns tsquery
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select case when typed ~ '[\u0600-\u06FF]' then websearch_to_tsquery('arabic', typed) else websearch_to_tsquery('russian', typed) end
$$;

-- How many rows the planner expects: it knows how common words and values are.
create function calls.expected_rows(explanation json) returns float8
  language sql immutable set search_path = pg_catalog as $$ select (explanation -> 0 -> 'Plan' ->> 'Plan Rows')::float8 $$;

create function calls.find_calls(
  typed text, states text[], agents uuid[], departments uuid[], direction text, score_from float8, score_to float8, sentiment smallint,
  flag text, topic text, from_at timestamptz, to_at timestamptz, cursor_at timestamptz, cursor_id uuid, newer boolean, page int)
  returns table (id uuid, started_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  newest constant int := 8000; -- calls that are read one by one before the index of words is asked
  tenant uuid := kernel.current_tenant();
  query tsquery := calls.search_query(typed);
  wanted text := 'c.organization_id = $1';
  spoken text := 's.organization_id = $1';
  together constant text := 's.organization_id = $1 and s.call_id = c.id';
  is_filtered boolean;
  sort text := case when newer then 'asc' else 'desc' end;
  plan json;
  words_expected float8;
  calls_expected float8;
  sql text;
  ids uuid[];
  times timestamptz[];
begin
  -- Only the conditions that are asked for are written, so that the planner sees the statement it plans.
  if states = '{open}' then wanted := wanted || ' and c.state <> ''done''';
  elsif states is not null then wanted := wanted || ' and c.state = any($3)'; end if;
  if agents is not null then wanted := wanted || ' and c.agent_id = any($4)'; end if;
  if departments is not null then wanted := wanted || ' and c.department_id = any($5)'; end if;
  if direction is not null then wanted := wanted || ' and c.direction = $6'; end if;
  if score_from is not null then wanted := wanted || ' and c.score >= $7'; end if;
  if score_to is not null then wanted := wanted || ' and c.score <= $8'; end if;
  if sentiment is not null then wanted := wanted || ' and c.sentiment = $9'; end if;
  if flag is not null then wanted := wanted || ' and c.flags <> ''{}'' and c.flags @> array[$10]'; end if;
  if topic is not null then wanted := wanted || ' and c.topics <> ''{}'' and c.topics @> array[$11]'; end if;
  is_filtered := wanted <> 'c.organization_id = $1';

  if from_at is not null then wanted := wanted || ' and c.started_at >= $12'; spoken := spoken || ' and s.started_at >= $12'; end if;
  if to_at is not null then wanted := wanted || ' and c.started_at < $13'; spoken := spoken || ' and s.started_at < $13'; end if;
  if cursor_at is not null then
    wanted := wanted || format(' and (c.started_at, c.id) %s ($14, $15)', case when newer then '>' else '<' end);
    spoken := spoken || format(' and (s.started_at, s.call_id) %s ($14, $15)', case when newer then '>' else '<' end);
  end if;

  if query is null then
    return query execute format('select c.id, c.started_at from calls.calls c where %1$s order by c.started_at %2$s, c.id %2$s limit $16', wanted, sort)
      using tenant, query, states, agents, departments, direction, score_from, score_to, sentiment, flag, topic, from_at, to_at, cursor_at, cursor_id, page;
    return;
  end if;

  -- Common words fill the page from the newest calls alone.
  sql := format(
    'select s.call_id, s.started_at from (select * from calls.search s where %2$s order by s.started_at %3$s, s.call_id %3$s limit %4$s) s%5$s
     where s.words @@ $2 order by s.started_at %3$s, s.call_id %3$s limit $16',
    null, spoken, sort, newest, case when is_filtered then ' join calls.calls c on c.id = s.call_id and ' || wanted else '' end);
  execute format('select array_agg(call_id), array_agg(started_at) from (%s) found', sql) into ids, times
    using tenant, query, states, agents, departments, direction, score_from, score_to, sentiment, flag, topic, from_at, to_at, cursor_at, cursor_id, page;
  if cardinality(ids) >= page then
    return query select unnest(ids), unnest(times);
    return;
  end if;

  -- Else the index of words gives all calls that have them, or the filter gives all calls that meet it: whichever are fewer.
  if is_filtered then
    execute 'explain (format json) select 1 from calls.search s where s.organization_id = $1 and s.words @@ $2' into plan using tenant, query;
    words_expected := calls.expected_rows(plan);
    execute format('explain (format json) select 1 from calls.calls c where %s', wanted) into plan
      using tenant, query, states, agents, departments, direction, score_from, score_to, sentiment, flag, topic, from_at, to_at, cursor_at, cursor_id, page;
    calls_expected := calls.expected_rows(plan);
  end if;

  sql := case
    when not is_filtered then format('select s.call_id, s.started_at from calls.search s where %s and s.words @@ $2', spoken)
    when words_expected <= calls_expected then format(
      'with s as materialized (select s.call_id from calls.search s where %s and s.words @@ $2)
       select c.id, c.started_at from s join calls.calls c on c.id = s.call_id and %s', spoken, wanted)
    else format(
      'select c.id, c.started_at from (select c.id, c.started_at from calls.calls c where %1$s order by c.started_at %2$s, c.id %2$s offset 0) c
       cross join lateral (select 1 from calls.search s where %3$s and s.words @@ $2 offset 0) s', wanted, sort, together) end;
  return query execute format(
      case when words_expected > calls_expected then '%s limit $16'
      else 'with found(id, at) as materialized (%s) select f.id, f.at from found f order by f.at %2$s, f.id %2$s limit $16' end, sql, sort)
    using tenant, query, states, agents, departments, direction, score_from, score_to, sentiment, flag, topic, from_at, to_at, cursor_at, cursor_id, page;
end $$;
revoke execute on function calls.find_calls from public;
grant execute on function calls.find_calls to {app_role};

-- What the filters offer: names that occur among the newest calls.
create function calls.list_names(newest int) returns table (kind text, name text, calls bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with recent as (
    select flags, topics from calls.calls where organization_id = kernel.current_tenant() order by started_at desc, id desc limit newest
  )
  select 'flag', name, count(*) from recent, unnest(flags) as name group by name
  union all
  select 'topic', name, count(*) from recent, unnest(topics) as name group by name
  order by 1, 3 desc, 2
$$;
revoke execute on function calls.list_names(int) from public;
grant execute on function calls.list_names(int) to {app_role};
