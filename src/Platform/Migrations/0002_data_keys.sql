-- Keys of organizations, wrapped by the master key. The organization 00000000-… is the installation itself.
-- A destroyed key keeps its row, without the key: proof that what it sealed can't be read again.
create table kernel.data_keys (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('data', 'derive')),   -- data: seals columns, rotates; derive: root of blind indexes and seals, stays
  wrapped bytea,
  master_key_id text not null,
  is_active boolean not null,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (organization_id, id),
  check ((wrapped is null) = (destroyed_at is not null))
);
select kernel.protect_tenant_table('kernel.data_keys');
revoke delete on kernel.data_keys from {app_role};
create unique index data_keys_active on kernel.data_keys (organization_id, kind) where is_active;
