import { bulkDeleteOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const bulkDeleteDeals = bulkDeleteOperation(deal);
