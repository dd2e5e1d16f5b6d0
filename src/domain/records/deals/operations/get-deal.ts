import { getOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const getDeal = getOperation(deal);
