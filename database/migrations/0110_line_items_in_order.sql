-- Line items stand in the order in which somebody has put them; where nobody has, in the order in which they came.
alter table deal_line_items add column position integer not null default 0;
drop index deal_line_items_of_deal;
create index deal_line_items_of_deal on deal_line_items (workspace_id, deal_id, position, id);
