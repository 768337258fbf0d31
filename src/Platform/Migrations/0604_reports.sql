-- Who wants the figures of a dashboard by letter. What is in the letter is decided when it is made, by the rights of that moment.
create table scoring.report_subscriptions (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  agent_id uuid,                          -- the filter of the dashboard; null: everybody
  department_id uuid,
  scorecard_id uuid,
  site text not null,                     -- address that the links in the letter begin with
  told_to date not null,                  -- the last day that a letter told of
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('scoring.report_subscriptions');
create index report_subscriptions_user on scoring.report_subscriptions (organization_id, user_id);
