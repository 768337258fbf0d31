-- What the sweeper may know of all organizations: names of spool files that a row still owns, and rows whose file waits to be unlinked.
create function calls.owned_spool_files() returns table (file text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select audio_file from calls.calls where audio_file is not null and audio_key is not null
  union all
  select audio_file from calls.uploads where audio_file is not null and audio_key is not null
$$;

create function calls.unlinked_spool_files() returns table (file text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select audio_file from calls.calls where audio_file is not null and audio_key is null
$$;

create function calls.forget_spool_files(files text[]) returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with forgotten as (
    update calls.calls set audio_file = null where audio_file = any(files) and audio_key is null returning 1)
  select count(*)::int from forgotten
$$;

-- Calls that wait for a step but have no job: none, unless somebody meddled.
create function calls.stranded_calls() returns table (organization_id uuid, id uuid, state text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.organization_id, c.id, c.state from calls.calls c
  where c.state not in ('done', 'stopped') and c.updated_at < now() - interval '1 minute'
    and not exists (select from kernel.jobs j where j.organization_id = c.organization_id and j.subject = c.id and j.state <> 'dead')
$$;

revoke execute on function calls.owned_spool_files, calls.unlinked_spool_files, calls.forget_spool_files, calls.stranded_calls from public;
grant execute on function calls.owned_spool_files, calls.unlinked_spool_files, calls.forget_spool_files, calls.stranded_calls to {app_role};
