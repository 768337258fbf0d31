-- Receipts of erasures, signed, and the keys that sign them.

-- Keys of the installation; the private half is sealed under the master key. A retired key still verifies what it signed.
create table privacy.signing_keys (
  id text primary key,                    -- the beginning of the SHA-256 of the public key
  public_key bytea not null,              -- SubjectPublicKeyInfo, DER
  private_key bytea not null,             -- sealed
  created_at timestamptz not null,
  retired_at timestamptz
);
create unique index signing_keys_active on privacy.signing_keys ((true)) where retired_at is null;
grant select, insert on privacy.signing_keys to {app_role};

-- What was erased by a timer, for a person, or at the end of an organization. Ids, counts and dates alone.
create table privacy.receipts (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('retention', 'person', 'organization')),
  subject text not null,                  -- the timer, the case, or the organization
  body text not null,                     -- canonical JSON, as it was signed
  key_id text not null,
  signature bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.receipts');
revoke update, delete on privacy.receipts from {app_role};
create index receipts_recent on privacy.receipts (organization_id, created_at desc, id desc);
