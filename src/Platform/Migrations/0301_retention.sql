-- How long data is kept: an organization's own periods inside the bounds of the law, and the moment at which an account was closed.
create table privacy.retention_settings (
  organization_id uuid not null,
  data_set text not null,
  amount int not null check (amount > 0),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organization_id, data_set)
);
select kernel.protect_tenant_table('privacy.retention_settings');

alter table accounts.users add column deactivated_at timestamptz;
update accounts.users set deactivated_at = now() where state = 'deactivated';
create index users_deactivated on accounts.users (organization_id, deactivated_at) where state = 'deactivated';

-- The narrow door through which people leave for good. Sessions, passkeys, codes and the sign-in name go with the row.
create function accounts.erase_users(people uuid[]) returns int
  language plpgsql security definer set search_path = '' as $$
declare
  organization uuid := kernel.current_tenant();
  gone int;
begin
  update accounts.agents set user_id = null where organization_id = organization and user_id = any(people);
  delete from accounts.sign_ins where organization_id = organization and user_id = any(people);
  delete from accounts.links where organization_id = organization and user_id = any(people);
  delete from accounts.users where organization_id = organization and id = any(people);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function accounts.erase_users from public;
grant execute on function accounts.erase_users to {app_role};
