-- People have several addresses and numbers: the others stand beside the primary ones, so that they are seen, changed, undone and exported as these are.
alter table contacts
  add column other_emails text[] not null default '{}',
  add column other_phones text[] not null default '{}';
