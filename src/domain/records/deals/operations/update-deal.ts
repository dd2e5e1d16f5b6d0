import { updateOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const updateDeal = updateOperation(deal);
