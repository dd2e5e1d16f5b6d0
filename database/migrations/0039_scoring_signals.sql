-- What scores read of deals: whose they are and how far they have come, deleted ones too, so that who had one is scored anew without it.
create view report_deal_contacts with (security_invoker = true) as
  select workspace_id, id as deal_id, contact_id, status, probability, deleted_at is not null as is_deleted from deals where contact_id is not null;
grant select on report_deal_contacts to kith_app;
