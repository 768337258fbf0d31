-- One person over all tables: what is frozen, and what must not come back from a backup.
create table privacy.restrictions (
  organization_id uuid not null,
  id uuid not null,
  case_id uuid,                           -- privacy.requests
  holder text not null,
  table_name text not null,
  row_id uuid not null,
  ground text not null,                   -- accuracy, unlawful, claims, objection (GDPR 18; clause A63), withdrawal
  since timestamptz not null,
  lifted_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.restrictions');
create unique index restrictions_active on privacy.restrictions (organization_id, table_name, row_id) where lifted_at is null;

-- Ids of erased rows. A restored backup is cleaned again by this list before it is opened.
create table privacy.tombstones (
  organization_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  holder text not null,
  erased_at timestamptz not null,
  primary key (organization_id, table_name, row_id)
);
select kernel.protect_tenant_table('privacy.tombstones');
revoke update on privacy.tombstones from {app_role};
create index tombstones_recent on privacy.tombstones (organization_id, erased_at);
