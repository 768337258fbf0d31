-- The audit log. Events are inserted in the transaction of what they tell, with no regard to each other; a linker chains committed
-- events of each organization afterwards, so that the chain never makes transactions wait. The application may add and read, no more.
create table kernel.audit_events (
  organization_id uuid not null,          -- 00000000-…: the installation
  at timestamptz not null,
  id uuid not null,
  actor_kind text not null check (actor_kind ~ '^[a-z_]+$'),       -- person, api_key, system, support
  actor_id uuid,
  action text not null check (action ~ '^[a-z0-9_.]+$'),           -- call.opened, user.invited …
  object_kind text not null check (object_kind ~ '^[a-z0-9_.]+$'),
  object_id uuid,
  subject_id uuid,                        -- whose data, where that is another than the object
  purpose text not null check (purpose ~ '^[a-z_]+$'),
  details jsonb,                          -- ids, counts, names of rules; nothing personal
  person bytea,                           -- salted digest of the personal fields, which stand in audit_people and can be erased there
  primary key (organization_id, at, id)
) partition by range (at);
select kernel.protect_tenant_table('kernel.audit_events');
revoke update, delete on kernel.audit_events from {app_role};

create table kernel.audit_people (
  organization_id uuid not null,
  event_id uuid not null,
  salt bytea not null,
  person bytea not null,                  -- sealed JSON: address, device
  primary key (organization_id, event_id)
);
select kernel.protect_tenant_table('kernel.audit_people');
revoke update on kernel.audit_people from {app_role};

create table kernel.audit_pending (
  organization_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  primary key (organization_id, at, id)
);
select kernel.protect_tenant_table('kernel.audit_pending');
revoke all on kernel.audit_pending from {app_role};
grant select on kernel.audit_pending to {app_role};

create table kernel.audit_chain (
  organization_id uuid not null,
  seq bigint not null,                    -- from 1, without gaps
  at timestamptz not null,
  event_id uuid not null,
  previous bytea not null,
  hash bytea not null,                    -- SHA-256 of previous, seq (8 bytes, big-endian) and the SHA-256 of the event's fields
  primary key (organization_id, seq)
);
select kernel.protect_tenant_table('kernel.audit_chain');
revoke insert, update, delete on kernel.audit_chain from {app_role};
create unique index audit_chain_event on kernel.audit_chain (organization_id, event_id);

-- Heads of the chain under a key that the database does not know: who owns the database can't write another history.
create table kernel.audit_seals (
  organization_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  seal bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, seq)
);
select kernel.protect_tenant_table('kernel.audit_seals');
revoke insert, update, delete on kernel.audit_seals from {app_role};

create function kernel.ensure_audit_partitions(upto date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  year int;
  name text;
begin
  for year in 2025 .. least(extract(year from upto)::int, extract(year from now())::int + 2) loop
    name := format('kernel.audit_events_%s', year);
    continue when to_regclass(name) is not null;
    execute format('create table %s partition of kernel.audit_events for values from (%L) to (%L)', name, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
  end loop;
end $$;
select kernel.ensure_audit_partitions((now() + interval '1 year')::date);

create function kernel.queue_audit_event() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.audit_pending values (new.organization_id, new.at, new.id);
  return null;
end $$;
create trigger queue_audit_event after insert on kernel.audit_events for each row execute function kernel.queue_audit_event();

-- The fields of an event as one text; no field can hold the separator.
create function kernel.audit_text(e kernel.audit_events) returns text
  language sql immutable set search_path = pg_catalog as $$
  select concat_ws(E'\x1f', e.organization_id::text, e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.actor_kind, coalesce(e.actor_id::text, ''),
    e.action, e.object_kind, coalesce(e.object_id::text, ''), coalesce(e.subject_id::text, ''), e.purpose, coalesce(e.details::text, ''),
    coalesce(encode(e.person, 'hex'), ''))
$$;

create function kernel.link_audit(batch int) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  event kernel.audit_events;
  head kernel.audit_chain;
  linked int := 0;
begin
  if not pg_try_advisory_xact_lock(4711, 1) then
    return 0;
  end if;
  for event in
    select e.* from (select * from kernel.audit_pending order by organization_id, at, id limit batch) p
    join kernel.audit_events e on e.organization_id = p.organization_id and e.at = p.at and e.id = p.id
    order by e.organization_id, e.at, e.id
  loop
    if head.organization_id is distinct from event.organization_id then
      select * into head from kernel.audit_chain c where c.organization_id = event.organization_id order by c.seq desc limit 1;
      if not found then
        head.seq := 0;
        head.hash := '\x0000000000000000000000000000000000000000000000000000000000000000';
      end if;
    end if;
    head := row(event.organization_id, head.seq + 1, event.at, event.id, head.hash,
      sha256(head.hash || int8send(head.seq + 1) || sha256(convert_to(kernel.audit_text(event), 'UTF8'))))::kernel.audit_chain;
    insert into kernel.audit_chain select (head).*;
    delete from kernel.audit_pending p where p.organization_id = event.organization_id and p.at = event.at and p.id = event.id;
    linked := linked + 1;
  end loop;
  return linked;
end $$;

-- Heads that moved since they were sealed last.
create function kernel.audit_heads() returns table (organization_id uuid, seq bigint, hash bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive organizations as (
    (select c.organization_id from kernel.audit_chain c order by c.organization_id limit 1)
    union all
    select (select c.organization_id from kernel.audit_chain c where c.organization_id > o.organization_id order by c.organization_id limit 1)
    from organizations o where o.organization_id is not null)
  select head.organization_id, head.seq, head.hash from organizations o
  cross join lateral (select c.* from kernel.audit_chain c where c.organization_id = o.organization_id order by c.seq desc limit 1) head
  where o.organization_id is not null
    and not exists (select from kernel.audit_seals s where s.organization_id = head.organization_id and s.seq = head.seq)
$$;

create function kernel.seal_audit(organization uuid, head bigint, head_hash bytea, head_seal bytea, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into kernel.audit_seals values (organization, head, head_hash, head_seal, at) on conflict do nothing
$$;

revoke execute on function kernel.ensure_audit_partitions, kernel.queue_audit_event, kernel.link_audit, kernel.audit_heads, kernel.seal_audit from public;
grant execute on function kernel.ensure_audit_partitions, kernel.link_audit, kernel.audit_heads, kernel.seal_audit to {app_role};
