-- Access that is unusual enough to be looked at: many records in a short time, mass exports. Found in the audit log, shown until somebody has looked.
create table privacy.access_alerts (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,                            -- mass_access, mass_export, unusual_access
  actor_kind text not null,
  actor_id uuid not null,
  events bigint not null,                        -- so many within the window
  usual numeric,                                 -- a day, over the last thirty; null where it says nothing
  since timestamptz not null,
  raised_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.access_alerts');
revoke delete on privacy.access_alerts from {app_role};
create index access_alerts_open on privacy.access_alerts (organization_id, raised_at desc) where seen_at is null;
create index audit_events_action on kernel.audit_events (organization_id, action, at desc);
create index audit_events_actor on kernel.audit_events (organization_id, actor_id, at desc);
create index audit_events_object on kernel.audit_events (organization_id, object_id, at desc);
