-- Custom fields whole: they are records with a history of their own, so that whatever is done to one can be undone.

alter table custom_fields
  add column version bigint not null default 1,
  add column position integer not null default 0,
  add column is_unique boolean not null default false,
  add column default_value jsonb,
  add column rules jsonb not null default '{}',
  add column colors jsonb not null default '{}',
  -- The kind of record that a relation points to.
  add column target text,
  add column currency varchar(3),
  -- A formula or a roll-up; what its values are is said by `type`.
  add column computed jsonb,
  -- Until a job has brought the values in step with the definition.
  add column working boolean not null default false,
  -- When the values of a deleted field were removed: from then on its name is free, and nothing comes back.
  add column purged_at timestamptz(3);

-- Until then the name stays taken, since the values still stand under it.
drop index custom_fields_by_name;
create unique index custom_fields_by_name on custom_fields (workspace_id, object, name) where purged_at is null;

-- The key of a value that no other record may have; empty where the field is not unique or the record is deleted.
alter table field_values add column unique_key text;
create unique index field_values_unique on field_values (workspace_id, field_id, unique_key) where unique_key is not null;
