-- What was agreed to: who, what for, which text, when, in which way; and when it was taken back. The organization 00000000-… is the site.
create table privacy.consents (
  organization_id uuid not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('visitor', 'newsletter', 'user', 'inquiry')),
  subject_id uuid,                        -- a person with an account
  subject_index bytea,                    -- blind index of an address; a visitor has none: the consent's id in the cookie is all there is
  subject bytea,                          -- sealed
  purpose text not null check (purpose in ('statistics', 'newsletter', 'inquiry', 'marketing')),
  is_given boolean not null,              -- false: refused
  text_version text not null,
  text_hash bytea not null,
  way text not null check (way in ('banner', 'form', 'mail_link', 'settings', 'implied')),
  given_at timestamptz not null,
  confirmed_at timestamptz,               -- double opt-in: the link in the letter was used
  token_hash bytea,                       -- SHA-256 of the token of the links
  withdrawn_at timestamptz,
  withdrawn_way text,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.consents');
create index consents_subject on privacy.consents (organization_id, purpose, subject_index) where subject_index is not null;
create index consents_token on privacy.consents (organization_id, token_hash) where token_hash is not null;

-- Inquiries from the website, erased a year after they came.
create table privacy.inquiries (
  organization_id uuid not null,
  id uuid not null,
  name bytea not null,                    -- sealed
  email bytea not null,                   -- sealed
  phone bytea,                            -- sealed
  message bytea,                          -- sealed
  agents int,
  page text not null,
  source text,                            -- host that the visitor came from, no more of the address
  consent_id uuid not null,
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, id)
);
select kernel.protect_tenant_table('privacy.inquiries');
create index inquiries_recent on privacy.inquiries (organization_id, created_at desc);

-- Puzzles of the captcha that were solved once: a digest, no more, for a day.
create table privacy.spent_puzzles (
  digest bytea primary key,
  spent_at timestamptz not null
);
grant select, insert, delete on privacy.spent_puzzles to {app_role};

-- How often a page was opened on a day by visitors who agreed to be counted. Nobody's: no id, no address.
create table privacy.page_visits (
  day date not null,
  page text not null,
  visits bigint not null,
  primary key (day, page)
);
grant select, insert, update on privacy.page_visits to {app_role};

-- Whether visits are counted at all, and how consent is asked for; implied is possible under Russian law only.
alter table privacy.operator add column counts_visits boolean not null default false;
alter table privacy.operator add column consent_mode text not null default 'explicit' check (consent_mode in ('explicit', 'implied'));
