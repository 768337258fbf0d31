-- Files that come with a request: the request itself as signed, or copies of papers. Sealed; erased when the request is closed. What is
-- kept is that there was one, and what became of its signature.
create table privacy.request_files (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  name bytea,                             -- sealed
  content bytea,                          -- sealed
  signature bytea,                        -- sealed: detached, CMS (RFC 5652)
  bytes int not null,
  signature_state text not null check (signature_state in ('none', 'genuine', 'broken', 'unreadable', 'unknown_algorithm')),
  signer bytea,                           -- sealed: the name in the certificate
  added_at timestamptz not null,
  erased_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, request_id) references privacy.requests (organization_id, id) on delete cascade
);
select kernel.protect_tenant_table('privacy.request_files');
create index request_files_of on privacy.request_files (organization_id, request_id);
