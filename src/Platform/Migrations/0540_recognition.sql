-- How an organization wants its recordings recognised.
create table calls.recognition_settings (
  organization_id uuid primary key,
  stays_here boolean not null default false,      -- only recognisers of this machine, whatever else the operator has connected
  agent_channel smallint check (agent_channel between 0 and 15), -- where a recording does not say it
  vocabulary text[] not null default '{}'         -- names of products and terms to listen for
);
select kernel.protect_tenant_table('calls.recognition_settings');
