import { listRelatedOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const listContactDeals = listRelatedOperation(deal, {
  name: 'contacts.deals',
  summary:
    'Lists the deals in which one contact is the one whom one talks to, page by page, filtered, sorted and searched.',
  path: '/contacts/:id/deals',
  of: 'contact',
  field: 'contactId',
});
