-- What is frozen is hidden wherever it stands, not in the list of calls alone. Several requests may freeze one row: it is free again when
-- the last of them is lifted.
drop index privacy.restrictions_active;
create unique index restrictions_active on privacy.restrictions (organization_id, table_name, row_id, case_id) where lifted_at is null;
create index restrictions_case on privacy.restrictions (organization_id, case_id) where lifted_at is null;

-- Hides rows of a table whose column names something frozen in another one, or in itself.
create function privacy.hide_restricted(target regclass, id_column text, frozen_in text) returns void language plpgsql as $$
begin
  execute format(
    'create policy restricted on %s as restrictive to {app_role}
       using (organization_id = kernel.current_tenant() and (current_setting(''app.restricted'', true) = ''shown''
         or not (%I in (select r.row_id from privacy.restrictions r where r.organization_id = kernel.current_tenant() and r.table_name = %L and r.lifted_at is null))))
       with check (organization_id = kernel.current_tenant())', target, id_column, frozen_in);
end $$;
revoke execute on function privacy.hide_restricted from public;
