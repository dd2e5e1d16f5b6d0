import { listRelatedOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const listAccountContacts = listRelatedOperation(contact, {
  name: 'accounts.contacts',
  summary: 'Lists the people who work for one account, page by page, filtered, sorted and searched.',
  path: '/accounts/:id/contacts',
  of: 'account',
  field: 'accountId',
});
