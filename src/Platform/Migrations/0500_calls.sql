-- Calls: what came in, where it stands, what was found. Keys lead with the organization's id.
create table calls.calls (
  organization_id uuid not null,
  id uuid not null,
  external_id text,                       -- id of the call in the source system, for de-duplication
  source text not null,                   -- ui, api, cli, folder, crm
  direction text not null,                -- inbound, outbound
  started_at timestamptz not null,
  duration_ms bigint,                     -- null: not known yet
  language text,                          -- ISO 639-1; null: find out
  agent_id uuid,                          -- accounts.agents
  department_id uuid,                     -- accounts.departments
  customer_phone bytea,                   -- sealed
  customer_phone_index bytea,             -- blind index
  customer_name bytea,                    -- sealed
  line text,
  result text,
  recording_ground text not null,         -- why recording is lawful: consent, contract, notice …
  state text not null,                    -- received, transcribing, masking, analysing, delivering, done, stopped
  stop_reason text,                       -- name of the reason when stopped
  stop_detail text,                       -- what to do about it
  audio_key bytea,                        -- one-off key of the spooled recording, wrapped; null once it is gone
  audio_file text,                        -- name of the spool file; null once it is gone
  audio_channels int,
  attempts int not null default 0,
  turns int,
  words int,
  score double precision,                 -- 0..100 of the main scorecard
  failed_critical boolean,
  sentiment smallint,                     -- -1, 0, 1
  sentiment_score double precision,
  satisfied boolean,
  resolved boolean,
  flags text[] not null default '{}',
  topics text[] not null default '{}',
  masked_count int,
  restricted boolean not null default false,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  done_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.calls');
create unique index calls_external on calls.calls (organization_id, source, external_id) where external_id is not null;
create index calls_recent on calls.calls (organization_id, started_at desc, id desc);
create index calls_state on calls.calls (organization_id, state, started_at desc, id desc);
create index calls_agent on calls.calls (organization_id, agent_id, started_at desc, id desc);
create index calls_phone on calls.calls (organization_id, customer_phone_index) where customer_phone_index is not null;

-- The texts. Masked: written by the masker with its seal. Raw: sealed with the tenant's key, optional.
create table calls.transcripts (
  organization_id uuid not null,
  call_id uuid not null,
  masked bytea,                           -- MaskedConversationFormat; null until masked
  raw bytea,                              -- sealed transcript; null when the tenant keeps masked text only
  masker_version text,
  engine text,                            -- recogniser, or the format of a ready transcript
  created_at timestamptz not null,
  primary key (organization_id, call_id)
);
select kernel.protect_tenant_table('calls.transcripts');

-- Each judgement of a call; the newest is current, older ones stay for comparison.
create table calls.analyses (
  organization_id uuid not null,
  call_id uuid not null,
  id uuid not null,
  result jsonb not null,                  -- CallAnalysis, masked words only
  analyst_version text not null,
  masker_version text not null,
  is_current boolean not null,
  created_at timestamptz not null,
  primary key (organization_id, call_id, id)
);
select kernel.protect_tenant_table('calls.analyses');
create unique index analyses_current on calls.analyses (organization_id, call_id) where is_current;

-- Full-text search over masked words.
create table calls.search (
  organization_id uuid not null,
  call_id uuid not null,
  started_at timestamptz not null,
  words tsvector not null,
  primary key (organization_id, call_id)
);
select kernel.protect_tenant_table('calls.search');
create index search_words on calls.search using gin (organization_id, words);
create index search_recent on calls.search (organization_id, started_at desc, call_id desc);

-- Upload history: every file or request that came in, also the refused ones.
create table calls.uploads (
  organization_id uuid not null,
  id uuid not null,
  call_id uuid,                           -- null: refused, or not complete yet
  file_name bytea,                        -- sealed: file names hold phone numbers and names
  source text not null,
  state text not null,                    -- receiving, accepted, refused, duplicate, abandoned
  reason text,                            -- name of the reason when refused
  detail text,                            -- what to do about it
  size bigint not null,
  received bigint not null default 0,
  digest bytea,                           -- SHA-256 of the content, keyed per tenant
  details bytea,                          -- sealed metadata sent with the file
  uploaded_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.uploads');
create index uploads_recent on calls.uploads (organization_id, created_at desc, id desc);

-- Proof that a recording is gone.
create table calls.receipts (
  organization_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  kind text not null,                     -- audio, call
  reason text not null,                   -- transcribed, given_up, refused, deleted
  engine text,
  engine_forget text,                     -- nothing-kept, deleted, failed
  recognised_at timestamptz,
  deleted_at timestamptz not null,
  bytes bigint,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.receipts');
create index receipts_call on calls.receipts (organization_id, call_id);
