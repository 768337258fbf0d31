-- The scheduled self-test: two invented calls go through the pipeline of an organization of their own and are traced to their receipts.
create table calls.self_tests (
  id uuid primary key,
  audio_call uuid not null,
  audio_file text not null,               -- in the spool; gone when the test is over
  text_call uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  is_good boolean,
  evidence text                           -- what was found: counts and names of steps
);
grant select, insert, update, delete on calls.self_tests to {app_role};
create index self_tests_recent on calls.self_tests (started_at desc);
