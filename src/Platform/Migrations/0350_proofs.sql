-- What the checks of the promises found. Written as the owner of the database: the product can read it and no more.
create table privacy.proof_runs (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  way text not null check (way in ('schedule', 'command')),
  passed int not null,
  failed int not null,
  unknown int not null
);
create index proof_runs_latest on privacy.proof_runs (started_at desc);
grant select on privacy.proof_runs to {app_role};

-- A row as long as a control stays as it is.
create table privacy.control_states (
  control text not null,
  since timestamptz not null,
  status text not null check (status in ('pass', 'fail', 'unknown')),
  seen_at timestamptz not null,
  evidence text not null,                 -- counts and names of rules; nothing personal
  primary key (control, since)
);
grant select on privacy.control_states to {app_role};
