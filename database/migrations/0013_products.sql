-- Products, and what of them stands in deals.

create table products (
  id uuid not null,
  version bigint not null default 1,
  name varchar(255) not null check (name <> ''),
  name_key text not null,
  code varchar(100),
  family varchar(100),
  unit_price_minor bigint,
  currency varchar(3) not null,
  active boolean not null default true,
  description text,
  source varchar(100),
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  unmapped jsonb,
  import_id uuid,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('products');
create index products_newest on products (workspace_id, created_at, id);
create index products_by_change on products (workspace_id, updated_at, id);
create index products_by_name on products (workspace_id, name, id);
create index products_by_key on products (workspace_id, name_key);
create index products_by_family on products (workspace_id, family) where family is not null;

-- A product that nobody knows stays as the text that named it, until somebody says which one it is.
create table deal_line_items (
  id uuid not null,
  version bigint not null default 1,
  deal_id uuid not null,
  product_id uuid,
  name varchar(255) not null check (name <> ''),
  quantity_hundredths bigint not null default 100 check (quantity_hundredths > 0),
  unit_price_minor bigint not null default 0,
  discount_hundredths integer not null default 0 check (discount_hundredths between 0 and 10000),
  total_minor bigint not null default 0,
  currency varchar(3) not null,
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('deal_line_items');
-- Asked at commit: the items of new deals may be on their way before the deals themselves.
alter table deal_line_items add foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade
  deferrable initially deferred;
alter table deal_line_items add foreign key (workspace_id, product_id) references products (workspace_id, id);
create index deal_line_items_of_deal on deal_line_items (workspace_id, deal_id, created_at, id);
create index deal_line_items_of_product on deal_line_items (workspace_id, product_id) where product_id is not null;
create index deal_line_items_unresolved on deal_line_items (workspace_id, name) where product_id is null and deleted_at is null;
create index deal_line_items_newest on deal_line_items (workspace_id, created_at, id);

-- By what an import recognises a product.
create view report_product_keys with (security_invoker = true) as
  select workspace_id, id as product_id, name, name_key, unit_price_minor, currency from products where deleted_at is null;
grant select on report_product_keys to kith_app;
