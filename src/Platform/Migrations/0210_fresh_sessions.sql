-- When the person of a session last proved to be that person: on sign-in, and again before credentials change.
alter table accounts.sessions add column confirmed_at timestamptz;
