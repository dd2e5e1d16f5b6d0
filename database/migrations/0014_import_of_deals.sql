-- By what an import recognises a deal.
create view report_deal_keys with (security_invoker = true) as
  select workspace_id, id as deal_id, external_id, name from deals where deleted_at is null;
grant select on report_deal_keys to kith_app;
