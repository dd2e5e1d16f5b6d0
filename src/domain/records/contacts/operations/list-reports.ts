import { listRelatedOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const listReports = listRelatedOperation(contact, {
  name: 'contacts.reports',
  summary: 'Lists the people who report to one contact.',
  path: '/contacts/:id/reports',
  of: 'contact',
  field: 'reportsToId',
});
