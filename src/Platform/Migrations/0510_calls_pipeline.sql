-- What the pipeline needs beside the call itself.
alter table calls.calls add column agent_channel smallint;   -- channel of the agent in the recording, from 0
alter table calls.calls add column priority smallint not null default 0;
alter table calls.calls add column audio_bytes bigint;       -- size of the recording, for its receipt

-- A recording that is still coming in, over several requests: same key and file as a call's.
alter table calls.uploads add column audio_key bytea;
alter table calls.uploads add column audio_file text;

-- The bytes are sealed or compact: compressing the first is futile, the second is cheap with lz4.
alter table calls.transcripts alter raw set storage external;
alter table calls.transcripts alter masked set compression lz4;

-- Key gone, file perhaps not: the sweeper looks here after a crash.
create index calls_unlinked on calls.calls (organization_id) where audio_file is not null;
create index uploads_unlinked on calls.uploads (organization_id) where audio_file is not null;

-- Live state: every change of state is told at commit.
create function calls.notify_state() returns trigger language plpgsql as $$
begin
  perform pg_notify('earshot_calls', new.organization_id || ' ' || new.id || ' ' || new.state);
  return null;
end $$;
create trigger notify_new after insert on calls.calls for each row execute function calls.notify_state();
create trigger notify_state after update on calls.calls for each row when (old.state is distinct from new.state) execute function calls.notify_state();
