-- What a request is about says whose desk answers it: the operator's (all zeros) for data of which the operator is the controller, the
-- organization's for its conversations.
alter table privacy.requests add column about text not null default 'conversation' check (about in ('account', 'inquiry', 'newsletter', 'conversation'));

-- The operator's own desk: named as the operator is, under the law of the region, by the clock of the first organization, which is the operator's.
create or replace function privacy.public_organization(wanted uuid) returns table (name text, region text, time_zone text)
  language sql stable security definer set search_path = '' as $$
  select o.name, o.region, o.time_zone from accounts.organizations o where o.organization_id = wanted and o.state = 'active'
  union all
  (select coalesce((select nullif(p.name, '') from privacy.operator p), 'Earshot'), o.region, o.time_zone
    from accounts.organizations o where wanted = '00000000-0000-0000-0000-000000000000' order by o.organization_id limit 1)
$$;
