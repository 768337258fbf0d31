-- Requests of persons about their data, and of the authority. What identifies the person is sealed.
create table privacy.requests (
  organization_id uuid not null,
  id uuid not null,
  number int not null,                    -- what people call it by
  kind text not null check (kind in ('information', 'access', 'correction', 'completion', 'erasure', 'restriction', 'objection', 'portability', 'withdrawal', 'complaint', 'claim', 'authority')),
  state text not null check (state in ('received', 'needs_information', 'in_work', 'answered', 'refused')),
  way text not null check (way in ('form', 'desk', 'email', 'messenger')),
  person bytea not null,                  -- sealed JSON: name, phone, e-mail, id in the CRM
  details bytea,                          -- sealed: what the person wrote
  ground text,                            -- of a restriction: accuracy, unlawful, claims, objection
  received_at timestamptz not null,
  due_on date not null,
  due_at timestamptz not null,            -- the end of that day, where the controller is
  first_due_on date not null,
  calendar text not null,                 -- version of the calendar that made the due date
  extended_at timestamptz,
  extension_reason bytea,                 -- sealed; shown to the person
  verified_at timestamptz,
  verified_by uuid,
  verification text,                      -- how the identity was checked; no copy of a document is kept
  acted_at timestamptz,                   -- when what was asked for was done
  receipt_id uuid,                        -- privacy.receipts
  stop_due_at timestamptz,                -- of a withdrawal
  stopped_at timestamptz,
  destroy_due_at timestamptz,
  destroyed_at timestamptz,
  answer bytea,                           -- sealed; shown to the person
  closed_at timestamptz,
  failure text,                           -- name of what went wrong last; tried again
  attempts int not null default 0,
  token_hash bytea not null,              -- SHA-256 of the secret in the person's private link
  address_digest bytea,                   -- keyed; sixty days
  warned_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.requests');
revoke delete on privacy.requests from {app_role};
create unique index requests_number on privacy.requests (organization_id, number);
create index requests_open on privacy.requests (organization_id, due_at) where closed_at is null;
create index requests_recent on privacy.requests (organization_id, received_at desc, id desc);
create index requests_address on privacy.requests (organization_id, address_digest, received_at) where address_digest is not null;

-- The narrow doors before the organization of a visitor is known: it gives the public name and the law, no content.
create function privacy.public_organization(wanted uuid) returns table (name text, region text, time_zone text)
  language sql stable security definer set search_path = '' as
  $$ select o.name, o.region, o.time_zone from accounts.organizations o where o.organization_id = wanted and o.state = 'active' $$;
revoke execute on function privacy.public_organization from public;
grant execute on function privacy.public_organization to {app_role};

-- Old requests leave through this door alone.
create function privacy.forget_requests(requests uuid[]) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  gone int;
begin
  delete from privacy.requests r where r.organization_id = kernel.current_tenant() and r.id = any(requests) and r.closed_at is not null;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function privacy.forget_requests from public;
grant execute on function privacy.forget_requests to {app_role};
