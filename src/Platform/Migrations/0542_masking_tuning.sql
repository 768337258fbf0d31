-- What an organization lets through masking and what it always masks. A version is never changed; the newest one holds.
create table calls.tuning_versions (
  organization_id uuid not null,
  version int not null,
  stamp uuid not null,                    -- another one whenever the lines of a version are others: by it a masker is kept
  allowed int not null,                   -- how many lines of each list
  denied int not null,
  patterns int not null,
  restored_from int,                      -- an earlier version that this one repeats
  made_at timestamptz not null,
  made_by uuid,
  primary key (organization_id, version)
);
select kernel.protect_tenant_table('calls.tuning_versions');

create table calls.tuning_lines (
  organization_id uuid not null,
  id uuid not null,
  list text not null check (list in ('allow', 'deny', 'pattern')),
  words bytea not null,                   -- sealed: names of colleagues stand here; of a pattern its name and the expression
  type text,                              -- of a pattern: what it masks as
  since_version int not null,
  until_version int,                      -- the first version without it; null: it holds
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('calls.tuning_lines');
