-- Agreements with those who process for this installation, by the name of the destination in the egress register.
create table privacy.agreements (
  destination text primary key,
  title text not null,                    -- of the recipient
  country text not null check (country ~ '^[A-Z]{2}$'),
  category text not null check (category in ('hosting', 'payment', 'support', 'integrations', 'voice', 'analysis')),
  agreement text not null,                -- number or name
  agreed_at date not null,
  ends_at date
);
grant select, insert, update on privacy.agreements to {app_role};

-- Leave to send data of an organization to another region. Without its records it permits nothing.
create table privacy.transfers (
  organization_id uuid not null,          -- 00000000-…: the installation
  id uuid not null,
  destination text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  consent text not null default '',       -- the record of the consent
  notice text not null default '',        -- number of the notice to the authority
  mechanism text not null default '' check (mechanism in ('', 'adequacy', 'scc', 'bcr', 'consent')),
  protection text not null default '',    -- what the recipient does to protect
  ending text not null default '',        -- under which conditions it stops
  law text not null default '',           -- law of its country
  until_at timestamptz,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.transfers');
revoke delete on privacy.transfers from {app_role};

-- A breach, or a drill of one. Of the installation.
create table privacy.breaches (
  id uuid primary key,
  is_drill boolean not null,
  title text not null,
  happened_from timestamptz not null,
  happened_to timestamptz not null,
  discovered_at timestamptz not null,
  actor_id uuid,                          -- whose access it was, where it is known
  closed_at timestamptz
);
grant select, insert, update on privacy.breaches to {app_role};
create table privacy.breach_notices (
  breach_id uuid not null references privacy.breaches (id),
  duty text not null,                     -- authority_first, authority_full, controllers, subjects
  done_at timestamptz not null,
  primary key (breach_id, duty)
);
grant select, insert on privacy.breach_notices to {app_role};

-- Whose data the log says were touched in a window: organizations and counts, ids of persons; no content.
create function privacy.breach_reach(from_at timestamptz, to_at timestamptz, actor uuid)
  returns table (organization_id uuid, objects bigint, subjects bigint, events bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.organization_id, count(distinct e.object_id), count(distinct e.subject_id), count(*) from kernel.audit_events e
  where e.at >= from_at and e.at <= to_at and (actor is null or e.actor_id = actor) and e.organization_id <> '00000000-0000-0000-0000-000000000000'
  group by e.organization_id order by e.organization_id
$$;
revoke execute on function privacy.breach_reach from public;
grant execute on function privacy.breach_reach to {app_role};

-- Audits, penetration tests, trainings, reviews of access: when, and when again.
create table privacy.assurances (
  id uuid primary key,
  kind text not null check (kind in ('audit', 'penetration_test', 'training', 'confidentiality', 'access_review')),
  title text not null,
  held_at date not null,
  next_due date not null
);
grant select, insert on privacy.assurances to {app_role};
