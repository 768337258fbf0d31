-- The score that lists and the page of a call show: of the published scorecard for the call's language, else for any language; the oldest first.
create function scoring.shown_version(language text) returns int language sql stable as $$
  select v.no from scoring.scorecards c join scoring.versions v on v.organization_id = c.organization_id and v.scorecard_id = c.id and v.state = 'published'
  where c.organization_id = kernel.current_tenant() and c.archived_at is null and (c.language is null or c.language = shown_version.language)
  order by c.language is null, c.created_at, v.no limit 1
$$;

-- Shows the scores of a version on calls after a given one; gives the last call of the batch, null at the end.
create function scoring.show_scores(version int, after uuid, batch int) returns uuid language plpgsql as $$
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
    select distinct c.organization_id, (c.started_at at time zone 'UTC')::date from scoring.calls c
    where c.organization_id = kernel.current_tenant() and c.call_id > after and c.call_id <= last
    on conflict do nothing;
  return last;
end $$;
