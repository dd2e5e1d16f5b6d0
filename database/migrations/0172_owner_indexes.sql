-- Lists of those who see some of the records are put together by owner, records without one among them: those stand in the index now as well.

drop index contacts_by_owner;
create index contacts_by_owner on contacts (workspace_id, owner_id, created_at, id);
drop index accounts_by_owner;
create index accounts_by_owner on accounts (workspace_id, owner_id, created_at, id);
drop index deals_by_owner;
create index deals_by_owner on deals (workspace_id, owner_id, created_at, id);
drop index leads_by_owner;
create index leads_by_owner on leads (workspace_id, owner_id, priority, id);

-- Of indexes that cost the same without statistics the planner takes the latest: that must be the primary key.
select kith.primary_key_last('contacts');
select kith.primary_key_last('accounts');
select kith.primary_key_last('deals');
select kith.primary_key_last('leads');
