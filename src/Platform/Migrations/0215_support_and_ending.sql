-- Access of the operator's staff to an organization: asked for with a ticket, approved by the organization, over by itself.
create table accounts.support_grants (
  organization_id uuid not null,
  id uuid not null,
  staff text not null,                           -- which of the operator's staff, by a code of theirs
  ticket text not null,
  reason text not null,
  scopes text[] not null,                        -- as of API keys: masked calls, read only
  hours int not null check (hours between 1 and 72),
  token_hash bytea not null,                     -- SHA-256 of a random 256-bit token, which only the staff have
  requested_at timestamptz not null,
  decided_by uuid,
  approved_at timestamptz,
  refused_at timestamptz,
  ends_at timestamptz,
  closed_at timestamptz,
  used_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('accounts.support_grants');
revoke delete on accounts.support_grants from {app_role};
create unique index support_grants_token on accounts.support_grants (organization_id, token_hash);

-- What an organization leaves behind when it goes: the audit log, what it agreed to, receipts and the empty shell of its keys; nothing else.
create function accounts.erase_organization(leaving uuid, moment timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place record;
  gone bigint := 0;
  few bigint;
  stuck boolean := true;
begin
  if not exists (select from accounts.organizations o where o.organization_id = leaving and o.state <> 'active') then
    raise exception 'The organization is not leaving.' using errcode = 'check_violation';
  end if;
  for pass in 1 .. 6 loop
    exit when not stuck;
    stuck := false;
    for place in
      select n.nspname as schema, c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
        and (n.nspname || '.' || c.relname) not in ('kernel.audit_events', 'kernel.audit_pending', 'kernel.audit_chain', 'kernel.audit_seals', 'kernel.data_keys',
          'kernel.egress_calls', 'accounts.organizations', 'accounts.acceptances', 'privacy.receipts', 'privacy.tombstones', 'calls.receipts')
        and n.nspname <> 'billing'
      order by 1, 2
    loop
      begin
        execute format('delete from %I.%I where organization_id = $1', place.schema, place.name) using leaving;
        get diagnostics few = row_count;
        gone := gone + few;
      exception when foreign_key_violation then
        stuck := true; -- the tables that lean on it go first; then it is tried again
      end;
    end loop;
  end loop;
  if stuck then
    raise exception 'A table of the organization could not be emptied.';
  end if;
  update accounts.organizations o set state = 'closed', name = '–', recording_ground = null, closing_at = moment where o.organization_id = leaving;
  return gone;
end $$;

create function accounts.leaving_organizations(moment timestamptz) returns table (organization_id uuid)
  language sql stable security definer set search_path = '' as
  $$ select o.organization_id from accounts.organizations o where o.state = 'closing' and o.closing_at <= moment $$;
revoke execute on function accounts.erase_organization(uuid, timestamptz), accounts.leaving_organizations(timestamptz) from public;
grant execute on function accounts.erase_organization(uuid, timestamptz), accounts.leaving_organizations(timestamptz) to {app_role};
