-- The same chain, written with one insert and one delete for a batch instead of one for each event.
create or replace function kernel.link_audit(batch int) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  event kernel.audit_events;
  head kernel.audit_chain;
  links kernel.audit_chain[] := '{}';
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
    links := links || head;
  end loop;
  insert into kernel.audit_chain select * from unnest(links);
  delete from kernel.audit_pending p using unnest(links) l where p.organization_id = l.organization_id and p.at = l.at and p.id = l.event_id;
  return coalesce(array_length(links, 1), 0);
end $$;
