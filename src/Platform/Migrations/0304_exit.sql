-- The end of an organization: what is erased table by table, and what the contract keeps for three years.
create table privacy.exit_steps (
  organization_id uuid not null,
  table_name text not null,
  rows bigint not null,
  done_at timestamptz not null,
  primary key (organization_id, table_name)
);
select kernel.protect_tenant_table('privacy.exit_steps');

create table privacy.contract_records (
  organization_id uuid not null,
  id uuid not null,
  record bytea not null,                  -- sealed under a key of the installation: name and region
  ended_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.contract_records');
create index contract_records_old on privacy.contract_records (ended_at);
