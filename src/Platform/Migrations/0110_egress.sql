-- What went out: one row for each exchange with a destination. That it was, and how much; no path, no content. The application may add
-- a row and end it, not remove it.
create table kernel.egress_calls (
  organization_id uuid not null,          -- 00000000-…: the installation itself
  id uuid not null,
  destination text not null,              -- name in the register
  host text not null,
  region text not null,                   -- where the destination processes
  purpose text not null,
  data text[] not null,                   -- categories of personal data; empty: none
  transfer_id uuid,                       -- the permission on which it left the region
  is_user_initiated boolean not null,     -- to a service that the organization itself connected
  at timestamptz not null,
  bytes_out bigint not null,
  bytes_in bigint not null,
  status int,                             -- HTTP status of the answer
  outcome text not null,                  -- sent, answered, broken, too_large, timed_out, refused
  duration_ms bigint,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('kernel.egress_calls');
revoke delete on kernel.egress_calls from {app_role};
create index egress_calls_recent on kernel.egress_calls (organization_id, at desc);
