-- Who operates this installation, as the documents name them. One row; published, so nothing here is secret.
create table privacy.operator (
  one boolean primary key default true check (one),
  name text not null default '',
  tax_id text not null default '',
  registration_number text not null default '',
  registry_number text not null default '',
  address text not null default '',
  email text not null default '',
  phone text not null default '',
  responsible text not null default '',
  effective_days int not null default 30 check (effective_days in (0, 30)),
  updated_at timestamptz not null
);
grant select, insert, update on privacy.operator to {app_role};

-- Published texts, as they were: in both languages, each sentence with its controls. Never changed, never deleted.
create table privacy.document_versions (
  id uuid primary key,
  document text not null,                 -- privacy, cookies, terms, dpa
  profile text not null check (profile in ('ru', 'eu', 'ae')),
  number int not null check (number > 0),
  body jsonb not null,
  hash bytea not null,                    -- SHA-256 of the body
  clauses_hash bytea not null,            -- SHA-256 of the register of promises that it was built from
  published_at timestamptz not null,
  effective_at timestamptz not null,
  unique (document, profile, number),
  check (effective_at >= published_at)
);
grant select, insert on privacy.document_versions to {app_role};

-- What a person was told about a new version, in which way, and when they saw it.
create table privacy.notices (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  version_id uuid not null,
  way text not null check (way in ('banner', 'mail', 'account')),
  created_at timestamptz not null,
  seen_at timestamptz,                    -- mail: when it was handed over
  primary key (organization_id, id),
  unique (organization_id, version_id, user_id, way)
);
select kernel.protect_tenant_table('privacy.notices');
create index notices_open on privacy.notices (organization_id, user_id) where seen_at is null;

-- First use under a version, and its acceptance.
create table privacy.version_uses (
  organization_id uuid not null,
  user_id uuid not null,
  version_id uuid not null,
  first_used_at timestamptz not null,
  accepted_at timestamptz,
  way text,                               -- settings, banner
  primary key (organization_id, user_id, version_id)
);
select kernel.protect_tenant_table('privacy.version_uses');
revoke delete on privacy.version_uses from {app_role};

-- Mail on its way. A marketing letter can't be without the consent that it rests on.
create table privacy.letters (
  organization_id uuid not null,          -- 00000000-…: to somebody from outside
  id uuid not null,
  kind text not null check (kind in ('service', 'marketing')),
  consent_id uuid,
  recipient bytea not null,               -- sealed
  content bytea not null,                 -- sealed: subject, body, addresses for leaving
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, id),
  check (kind <> 'marketing' or consent_id is not null)
);
select kernel.protect_tenant_table('privacy.letters');
create index letters_old on privacy.letters (organization_id, created_at);

-- The one thing that a publisher may write for other organizations: a job that names the version, and nothing else.
create function privacy.enqueue_announcement(organization uuid, job uuid, version uuid, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.jobs (organization_id, id, kind, subject, priority, state, run_at, created_at, step_since)
  values (organization, job, 'privacy.announce-version', version, 10, 'ready', at, at, at)
$$;
revoke execute on function privacy.enqueue_announcement from public;
grant execute on function privacy.enqueue_announcement to {app_role};
