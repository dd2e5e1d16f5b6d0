-- What other modules may read of how contacts are scored: counted and listed without who they are.
create view report_contacts with (security_invoker = true) as
  select workspace_id, id as contact_id, account_id, owner_id, lifecycle_stage, lead_score, score_tier, created_at
  from contacts where deleted_at is null;
grant select on report_contacts to kith_app;
