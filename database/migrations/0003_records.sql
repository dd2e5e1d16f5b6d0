-- Accounts, contacts, activities: the book.

create table accounts (
  id uuid not null,
  version bigint not null default 1,
  name varchar(500) not null check (name <> ''),
  name_key text,
  website varchar(500),
  domain varchar(255),
  industry varchar(100),
  company_size varchar(50),
  employee_count bigint check (employee_count >= 0),
  annual_revenue bigint,
  phone varchar(50),
  description text,
  billing_street text,
  billing_city varchar(255),
  billing_state varchar(100),
  billing_postal_code varchar(20),
  billing_country varchar(100),
  parent_account_id uuid check (parent_account_id <> id),
  owner_id uuid,
  source varchar(100),
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('accounts');
alter table accounts add foreign key (workspace_id, parent_account_id) references accounts (workspace_id, id);
create index accounts_newest on accounts (workspace_id, created_at, id);
create index accounts_by_change on accounts (workspace_id, updated_at, id);
create index accounts_by_name on accounts (workspace_id, name, id);
create index accounts_by_key on accounts (workspace_id, name_key) where name_key is not null;
create index accounts_by_domain on accounts (workspace_id, domain) where domain is not null;
create index accounts_by_owner on accounts (workspace_id, owner_id, created_at) where owner_id is not null;
create index accounts_by_industry on accounts (workspace_id, industry) where industry is not null;
create index accounts_by_website on accounts (workspace_id, website) where website is not null;
create index accounts_by_parent on accounts (workspace_id, parent_account_id) where parent_account_id is not null;

create table contacts (
  id uuid not null,
  version bigint not null default 1,
  account_id uuid,
  owner_id uuid,
  name varchar(511) not null default '',
  first_name varchar(255),
  last_name varchar(255),
  email varchar(320) check (email ~ '^[^[:space:]]+@[^[:space:]@]+$'),
  phone varchar(50),
  title varchar(255),
  department varchar(255),
  street text,
  city varchar(255),
  state varchar(100),
  postal_code varchar(20),
  country varchar(100),
  website varchar(500),
  linkedin_url varchar(500),
  twitter_handle varchar(100),
  social_links jsonb,
  lead_source varchar(100),
  source varchar(100),
  lifecycle_stage varchar(50) not null default 'subscriber',
  lead_score integer not null default 0 check (lead_score between 0 and 100),
  score_tier varchar(20) not null default 'COLD',
  quality_score smallint not null default 0 check (quality_score between 0 and 100),
  gdpr_consent boolean not null default false,
  gdpr_consent_date timestamptz(3),
  reports_to_id uuid check (reports_to_id <> id),
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('contacts');
alter table contacts add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
create index contacts_newest on contacts (workspace_id, created_at, id);
create index contacts_by_change on contacts (workspace_id, updated_at, id);
create index contacts_by_name on contacts (workspace_id, name, id);
create index contacts_by_last_name on contacts (workspace_id, last_name, id) where last_name is not null;
create index contacts_by_city on contacts (workspace_id, city) where city is not null;
create index contacts_by_country on contacts (workspace_id, country) where country is not null;
create index contacts_by_score on contacts (workspace_id, lead_score, id);
create index contacts_by_tier on contacts (workspace_id, score_tier, created_at);
create index contacts_by_lifecycle on contacts (workspace_id, lifecycle_stage, created_at);
create index contacts_by_owner on contacts (workspace_id, owner_id, created_at) where owner_id is not null;
create index contacts_by_account on contacts (workspace_id, account_id) where account_id is not null;
create index contacts_by_manager on contacts (workspace_id, reports_to_id) where reports_to_id is not null;

-- Every e-mail address and phone of a contact; `key` is the normalised form that duplicates are found by.
create table contact_points (
  contact_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  key text not null,
  value text not null,
  is_primary boolean not null default false,
  is_shared boolean not null default false
);
select kith.make_workspace_table('contact_points', 'kind, key, contact_id', false);
-- Only the store of contacts writes here, with the contact itself: a foreign key would cost as much as the row (45% of its insert).
create index contact_points_of_contact on contact_points (workspace_id, contact_id);

create table activities (
  id uuid not null,
  version bigint not null default 1,
  type varchar(100) not null,
  subject varchar(500) not null default '',
  description text,
  status varchar(50) not null default 'done',
  priority varchar(20) not null default 'normal',
  outcome varchar(255),
  duration_minutes integer check (duration_minutes >= 0),
  occurred_at timestamptz(3) not null,
  due_at timestamptz(3),
  contact_id uuid,
  account_id uuid,
  owner_id uuid,
  assigned_to_id uuid,
  data jsonb,
  custom_fields jsonb not null default '{}',
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('activities');
alter table activities add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
alter table activities add foreign key (workspace_id, account_id) references accounts (workspace_id, id);
create index activities_of_contact on activities (workspace_id, contact_id, occurred_at, id) where contact_id is not null;
create index activities_of_account on activities (workspace_id, account_id, occurred_at, id) where account_id is not null;
create index activities_newest on activities (workspace_id, occurred_at, id);
create index activities_by_type on activities (workspace_id, type, occurred_at);

-- What is searched: filled behind the writers, in batches. `name_key` is the name without case, accents and punctuation.
create table search_documents (
  object text not null,
  record_id uuid not null,
  name_key text collate "C" not null default '',
  words tsvector not null,
  content text not null
);
select kith.make_workspace_table('search_documents', 'object, record_id', false);
create index search_documents_by_word on search_documents using gin (workspace_id, words);
create index search_documents_by_trigram on search_documents using gin (workspace_id, content gin_trgm_ops);

-- A name once for each of its words, turned so that it begins with it: what is typed is answered in the order of this index, and the
-- scan stops with the page. `maria lopez` is here as `maria lopez` and as `lopez! maria`.
create table search_names (
  object text not null,
  key text collate "C" not null,
  record_id uuid not null
);
select kith.make_workspace_table('search_names', 'object, key, record_id', false);

-- Full-text operators are not leakproof, so under a policy they cannot use an index: these two run as their owner, take the
-- workspace from the transaction, return ids and keys to sort by only, and are always joined back to the table under its policy.
create function kith.search_words(searched_object text, query tsquery) returns table (record_id uuid, key text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.record_id, d.name_key from search_documents d
  where d.workspace_id = kith.workspace_id() and d.object = searched_object and d.words @@ query
$$;
create function kith.search_substring(searched_object text, part text) returns table (record_id uuid, key text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.record_id, d.name_key from search_documents d
  where d.workspace_id = kith.workspace_id() and d.object = searched_object and d.content like '%' || part || '%'
$$;
alter function kith.search_words(text, tsquery) owner to kith_system;
alter function kith.search_substring(text, text) owner to kith_system;

-- Lists and their filters, kept under a name.
create table saved_views (
  id uuid not null,
  object text not null,
  name varchar(255) not null check (name <> ''),
  filter jsonb,
  sort text,
  columns jsonb,
  shared boolean not null default false,
  version bigint not null default 1,
  deleted_at timestamptz(3),
  owner_id uuid not null
);
select kith.make_workspace_table('saved_views');
create index saved_views_of_object on saved_views (workspace_id, object);
