-- What calls of an organization may be about, in its own words.
create table calls.topics (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null,              -- a sentence that says what belongs to it
  rule text,                              -- in the phrase language; where it holds, the call is about it
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.topics');
create unique index topics_name on calls.topics (organization_id, lower(name));

-- The last time that the topics of earlier calls were found again.
create table calls.topic_runs (
  organization_id uuid primary key,
  id uuid not null,                       -- of its job
  from_at timestamptz not null,           -- calls that began since then
  asked_at timestamptz not null,
  asked_by uuid,
  total int not null default 0,
  done int not null default 0,
  finished_at timestamptz
);
select kernel.protect_tenant_table('calls.topic_runs');

alter table calls.analysis_settings add column only_own_topics boolean not null default false; -- without the built-in ones
