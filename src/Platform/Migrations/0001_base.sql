-- Schemas, one per module, and the one way to make a table of organizations.
create schema accounts;
create schema privacy;
create schema calls;
create schema scoring;

grant usage on schema kernel, accounts, privacy, calls, scoring to {app_role};
grant select on kernel.migrations to {app_role};

create extension if not exists btree_gin;
create extension if not exists pg_trgm;

-- The tenant of this session; null when none is set (nullif: after a reset the setting is an empty string).
create function kernel.current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Turns a table whose key leads with organization_id into one that shows each tenant its own rows only.
create function kernel.protect_tenant_table(target regclass) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to {app_role} using (organization_id = kernel.current_tenant()) with check (organization_id = kernel.current_tenant())',
    target);
  execute format('create policy owner on %s to %I using (true) with check (true)', target, current_user);
  execute format('grant select, insert, update, delete on %s to {app_role}', target);
end $$;
