-- A list of open deals, newest first, is read in the order of the index: with the id in it nothing has to be sorted.
drop index deals_by_status;
create index deals_by_status on deals (workspace_id, status, created_at, id);
