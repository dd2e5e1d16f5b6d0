-- What roles and groups may do with fields, by class and by single field; set apart from the scopes, with a version of its own.
alter table access_rules add column fields jsonb not null default '{}';
alter table access_rules add column fields_version integer not null default 0;
