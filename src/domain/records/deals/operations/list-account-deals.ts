import { listRelatedOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const listAccountDeals = listRelatedOperation(deal, {
  name: 'accounts.deals',
  summary: 'Lists the deals with one account, page by page, filtered, sorted and searched.',
  path: '/accounts/:id/deals',
  of: 'account',
  field: 'accountId',
});
