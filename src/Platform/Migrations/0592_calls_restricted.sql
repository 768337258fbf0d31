-- A restricted call is kept and not shown: no query of the product sees its row, unless the desk of the privacy officer says so for itself.
create policy restricted on calls.calls as restrictive to {app_role}
  using (organization_id = kernel.current_tenant() and (not restricted or current_setting('app.restricted', true) = 'shown'))
  with check (organization_id = kernel.current_tenant());
create index calls_external_id on calls.calls (organization_id, external_id) where external_id is not null;
