import { createOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const createDeal = createOperation(deal);
