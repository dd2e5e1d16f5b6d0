import { bulkUpdateOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const bulkUpdateDeals = bulkUpdateOperation(deal);
