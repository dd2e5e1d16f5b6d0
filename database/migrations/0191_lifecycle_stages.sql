-- The stages of life that contacts come through, where they are not the shipped ones.
create table lifecycle_settings (
  version bigint not null default 1,
  config jsonb not null,
  only_one boolean not null default true check (only_one)
);
select kith.make_workspace_table('lifecycle_settings', 'only_one');
