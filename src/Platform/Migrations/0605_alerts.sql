-- When an organization wants to be told. A rule never changes: who wants another makes another.
create table scoring.alert_rules (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('flag', 'score', 'critical')),
  flag text,                              -- of kind flag: which one
  times int not null,                     -- calls that raise it; of kind score: calls that an average stands on
  hours int not null,                     -- within so many
  below float8,                           -- of kind score: the average that raises it
  department_id uuid,                     -- only its calls; null: all
  quiet_hours int not null,               -- for so long it is not raised again
  quiet_until timestamptz,
  site text not null,                     -- address that links begin with
  created_by uuid,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.alert_rules');

-- What was raised: figures only. Its calls are found by the rule and the time, so that what is deleted or frozen is in no list.
create table scoring.alerts (
  organization_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  calls int not null,
  average float8,
  raised_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.alerts');
create index alerts_raised on scoring.alerts (organization_id, raised_at desc);
