-- Access of the operator's staff to an organization: asked for with a ticket, approved by the organization, over by itself.
create table accounts.support_grants (
  organization_id uuid not null,
  id uuid not null,
  staff text not null,                           -- which of the operator's staff, by a code of theirs
  ticket text not null,
  reason text not null,
  scopes text[] not null,                        -- as of API keys: masked calls, read only
  hours int not null check (hours between 1 and 72),
  token_hash bytea not null,                     -- SHA-256 of a random 256-bit token, which only the staff have
  requested_at timestamptz not null,
  decided_by uuid,
  approved_at timestamptz,
  refused_at timestamptz,
  ends_at timestamptz,
  closed_at timestamptz,
  used_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.support_grants');
revoke delete on accounts.support_grants from {app_role};
create unique index support_grants_token on accounts.support_grants (organization_id, token_hash);
