-- When each task that comes back by the clock was started last, by whichever worker. Of the installation: nothing of organizations.
create table kernel.schedules (
  task text primary key,
  started_at timestamptz not null
);
grant select, insert, update on kernel.schedules to {app_role};
