-- Organizations, people, agents, keys. Everything here belongs to an organization and is behind row-level security; the two narrow
-- functions at the end are the only way to look something up before the organization is known.
create table accounts.organizations (
  organization_id uuid primary key,
  name text not null,
  region text not null check (region in ('ru', 'eu', 'ae')),
  state text not null default 'active' check (state in ('active', 'closing', 'closed')),
  time_zone text not null,
  languages text[] not null default '{}',        -- of the calls, ISO 639-1; empty: find out
  retention_months int not null default 12 check (retention_months between 1 and 120),
  keeps_raw_transcript boolean not null default true,
  recording_ground text,                         -- default for calls that name none; null: each call must name its own
  unmasked_types text[] not null default '{}',   -- kinds of personal data that the organization chose to keep in the text
  requires_second_factor boolean not null default false,
  created_at timestamptz not null,
  closing_at timestamptz                         -- the day everything goes; null unless closing
);
select kernel.protect_tenant_table('accounts.organizations');
revoke delete on accounts.organizations from {app_role};

create function accounts.refuse_region_change() returns trigger language plpgsql as $$
begin
  raise exception 'The region of an organization is fixed at registration.' using errcode = 'check_violation';
end $$;
create trigger region_is_fixed before update on accounts.organizations
  for each row when (old.region is distinct from new.region) execute function accounts.refuse_region_change();

create table accounts.users (
  organization_id uuid not null,
  id uuid not null,
  email bytea not null,                          -- sealed
  name bytea not null,                           -- sealed
  phone bytea,                                   -- sealed
  role text not null,
  state text not null default 'active' check (state in ('active', 'deactivated')),
  may_see_raw boolean not null default false,    -- the right to unmasked text is apart from the role
  password_hash text,                            -- slow and salted; null: signs in by other means
  security_stamp text not null,                  -- changes with every credential; sessions of an older one end
  authenticator_key bytea,                       -- sealed
  two_factor_enabled boolean not null default false,
  totp_last_step bigint not null default 0,      -- a code is good once
  language text not null,                        -- of the screens
  time_zone text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.users');
revoke delete on accounts.users from {app_role};

-- One e-mail is one person of one organization. Apart from the users, so that its key may lead with the index.
create table accounts.sign_in_names (
  email_index bytea primary key,                 -- blind index under a key of the installation
  organization_id uuid not null,
  user_id uuid not null,
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.sign_in_names');
create index sign_in_names_user on accounts.sign_in_names (organization_id, user_id);

create table accounts.recovery_codes (
  organization_id uuid not null,
  user_id uuid not null,
  hash bytea not null,
  primary key (organization_id, user_id, hash),
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.recovery_codes');

create table accounts.passkeys (
  organization_id uuid not null,
  credential_id bytea not null,
  user_id uuid not null,
  name text,
  details bytea not null,                        -- sealed: public key, counters, attestation
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, credential_id),
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.passkeys');
create index passkeys_user on accounts.passkeys (organization_id, user_id);

-- What a person agreed to: terms, personal data, and for the organization the data processing agreement.
create table accounts.acceptances (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  document text not null,                        -- terms, personal_data, dpa
  version text not null,
  hash bytea not null,                           -- SHA-256 of the text that was shown
  way text not null,                             -- registration, owner_link, invitation, settings
  accepted_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.acceptances');
revoke update, delete on accounts.acceptances from {app_role};
create index acceptances_document on accounts.acceptances (organization_id, document, user_id);

-- Links that work once: the first owner's, an invitation, a new password.
create table accounts.links (
  organization_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('owner', 'invitation', 'password')),
  token_hash bytea not null,                     -- SHA-256 of a random 256-bit token
  email bytea,                                   -- sealed; null: the person types it
  role text not null,
  departments uuid[] not null default '{}',
  agent_id uuid,                                 -- the agent that the person is
  user_id uuid,                                  -- whose password; null otherwise
  created_by uuid,                               -- null: the installation
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.links');
create unique index links_token on accounts.links (organization_id, token_hash);

create table accounts.sessions (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  method text not null,                          -- password, passkey, link, oidc …
  second_factor boolean not null,
  device text not null,                          -- "Firefox, Linux"
  address bytea,                                 -- sealed; emptied after 60 days
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.sessions');
create index sessions_user on accounts.sessions (organization_id, user_id, created_at desc);

create table accounts.sign_ins (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  method text not null,
  outcome text not null,                         -- signed_in, or the name of the failure
  device text not null,
  address bytea,                                 -- sealed; emptied after 60 days
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.sign_ins');
create index sign_ins_user on accounts.sign_ins (organization_id, user_id, at desc);

create table accounts.departments (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.departments');
create unique index departments_name on accounts.departments (organization_id, lower(name)) where archived_at is null;

-- Departments that a person sees. No row: all of them.
create table accounts.user_departments (
  organization_id uuid not null,
  user_id uuid not null,
  department_id uuid not null,
  primary key (organization_id, user_id, department_id),
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade,
  foreign key (organization_id, department_id) references accounts.departments (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.user_departments');

-- The employees on the phone. They need no account; an account may be one of them.
create table accounts.agents (
  organization_id uuid not null,
  id uuid not null,
  name bytea not null,                           -- sealed
  department_id uuid,
  user_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, department_id) references accounts.departments (organization_id, id),
  foreign key (organization_id, user_id) references accounts.users (organization_id, id)
);
select kernel.protect_tenant_table('accounts.agents');
create unique index agents_user on accounts.agents (organization_id, user_id) where user_id is not null;

-- How the metadata of calls names them: id in the source system, extension, name.
create table accounts.agent_names (
  organization_id uuid not null,
  kind text not null check (kind in ('external_id', 'extension', 'name')),
  value_index bytea not null,                    -- blind index
  value bytea not null,                          -- sealed for the agent's id
  agent_id uuid not null,
  primary key (organization_id, kind, value_index),
  foreign key (organization_id, agent_id) references accounts.agents (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.agent_names');
create index agent_names_agent on accounts.agent_names (organization_id, agent_id);

create table accounts.api_keys (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,                          -- what the list shows
  secret_hash bytea not null,                    -- SHA-256 of a random 256-bit secret
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.api_keys');
revoke delete on accounts.api_keys from {app_role};
create unique index api_keys_secret on accounts.api_keys (organization_id, secret_hash);

-- Failed sign-ins by keyed digests of address and account, for 60 days at most. Nobody's tenant: it is there before sign-in.
create table accounts.throttle (
  key bytea primary key,
  failures int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  free_at timestamptz not null
);
grant select, insert, update, delete on accounts.throttle to {app_role};
create index throttle_last on accounts.throttle (last_at);

-- Keys of the cookies and forms, sealed under the master key, shared by the machines of the installation.
create table accounts.browser_keys (
  id uuid primary key,
  sealed bytea not null,
  created_at timestamptz not null
);
grant select, insert, delete on accounts.browser_keys to {app_role};

-- The narrow doors: they give ids and states, no content. (Links and API keys name their organization themselves.)
create function accounts.find_sign_in_name(wanted bytea) returns table (organization_id uuid, user_id uuid)
  language sql stable security definer set search_path = '' as
  $$ select n.organization_id, n.user_id from accounts.sign_in_names n where n.email_index = wanted $$;

create function accounts.list_organizations() returns table (organization_id uuid, region text, state text, owners bigint)
  language sql stable security definer set search_path = '' as $$
  select o.organization_id, o.region, o.state,
    (select count(*) from accounts.users u where u.organization_id = o.organization_id and u.role = 'owner' and u.state = 'active')
  from accounts.organizations o order by o.organization_id
$$;

revoke execute on function accounts.find_sign_in_name(bytea), accounts.list_organizations() from public;
grant execute on function accounts.find_sign_in_name(bytea), accounts.list_organizations() to {app_role};
