import { listRelatedOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const listContactLeads = listRelatedOperation(lead, {
  name: 'contacts.leads',
  summary: 'Lists the interests that one contact has shown, page by page, filtered, sorted and searched.',
  path: '/contacts/:id/leads',
  of: 'contact',
  field: 'contactId',
});
