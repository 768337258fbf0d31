-- Accounts elsewhere by which a person signs in. The id there, as a blind index of the installation, leads here.
create table accounts.identities (
  subject_index bytea primary key,               -- of provider and the provider's id of the person
  organization_id uuid not null,
  user_id uuid not null,
  provider text not null,                        -- yandex, vk, google, company.…
  id uuid not null,
  subject bytea not null,                        -- sealed
  username bytea,                                -- sealed; what the provider shows, where it shows something
  linked_at timestamptz not null,
  used_at timestamptz,
  foreign key (organization_id, user_id) references accounts.users (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('accounts.identities');
create unique index identities_id on accounts.identities (organization_id, id);
create index identities_user on accounts.identities (organization_id, user_id);

-- The identity provider of a company: any that speaks OpenID Connect.
create table accounts.sign_on_connections (
  organization_id uuid not null,
  id uuid not null,
  name text not null,                            -- on the button
  issuer text not null,
  client_id text not null,
  client_secret bytea,                           -- sealed; never shown again
  hosts text[] not null,                         -- that discovery named
  joins_as text,                                 -- role of people who come for the first time; null: only those who linked themselves
  is_active boolean not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.sign_on_connections');

create function accounts.find_identity(wanted bytea) returns table (organization_id uuid, user_id uuid)
  language sql stable security definer set search_path = '' as
  $$ select i.organization_id, i.user_id from accounts.identities i where i.subject_index = wanted $$;
revoke execute on function accounts.find_identity(bytea) from public;
grant execute on function accounts.find_identity(bytea) to {app_role};
