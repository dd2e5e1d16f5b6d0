-- A converted lead and its deal know each other; both are written in one transaction, so the deal's side is asked at commit.

alter table leads add foreign key (workspace_id, deal_id) references deals (workspace_id, id);
alter table deals add foreign key (workspace_id, lead_id) references leads (workspace_id, id) deferrable initially deferred;
