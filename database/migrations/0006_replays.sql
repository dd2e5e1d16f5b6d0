-- An answer that is given again comes with what stood beside it the first time: the change set to undo, the version for If-Match.

alter table idempotency_keys add column change_set_id uuid, add column version bigint;
