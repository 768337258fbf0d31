-- Backups and restore drills of this installation, as they went. The files themselves lie in the backup folder.
create table kernel.backups (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  file text not null,                            -- its name, without the folder
  bytes bigint,
  started_at timestamptz not null,
  finished_at timestamptz,
  failure text,                                  -- null: it went well
  deleted_at timestamptz                         -- its life was over
);
grant select, insert, update on kernel.backups to {app_role};
create index backups_started on kernel.backups (started_at desc);
