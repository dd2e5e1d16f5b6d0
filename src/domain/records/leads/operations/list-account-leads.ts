import { listRelatedOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const listAccountLeads = listRelatedOperation(lead, {
  name: 'accounts.leads',
  summary: 'Lists the interests that people have shown for one account, page by page, filtered, sorted and searched.',
  path: '/accounts/:id/leads',
  of: 'account',
  field: 'accountId',
});
