import { listOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const listDeals = listOperation(deal);
