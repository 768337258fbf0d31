-- Address at which people reach this installation, for links in letters.
alter table privacy.operator add column site text not null default '';

-- Old figures of visits go; the product may add to figures, not take them away otherwise.
create function privacy.forget_visits(before date) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$ delete from privacy.page_visits where day < before $$;
revoke execute on function privacy.forget_visits from public;
grant execute on function privacy.forget_visits to {app_role};
