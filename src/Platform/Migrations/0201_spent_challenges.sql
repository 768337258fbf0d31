-- A challenge of a passkey is good once. Rows are forgotten when their challenge has expired anyway.
create table accounts.spent_challenges (
  digest bytea primary key,
  spent_at timestamptz not null
);
grant select, insert, delete on accounts.spent_challenges to {app_role};
