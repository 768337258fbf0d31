-- The model goes back over past calls, newest first, within the tokens of a day. One at a time for an organization.
create table scoring.past_asks (
  organization_id uuid primary key,
  id uuid not null,                       -- the job's subject: an earlier one that was stopped finds itself no more
  state text not null check (state in ('running', 'done', 'stopped')),
  from_at timestamptz not null,           -- calls before this are left alone
  next_at timestamptz not null,           -- the newest calls down to this one were looked at
  next_call uuid not null,
  total int not null,                     -- calls of that time at the start
  looked int not null default 0,
  asked int not null default 0,           -- calls with open questions, put into the queue
  started_at timestamptz not null
);
select kernel.protect_tenant_table('scoring.past_asks');
