-- What an organization wants made of what was said.
create table calls.analysis_settings (
  organization_id uuid primary key,
  technical_since timestamptz,                    -- from then on no step looks at what was said: voice data serve operation alone
  asks_model boolean not null default false,      -- questions of scorecards and summaries go to the model that the operator connected
  tokens_per_day int not null default 500000 check (tokens_per_day between 0 and 100000000)
);
select kernel.protect_tenant_table('calls.analysis_settings');
