import { restoreOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const restoreDeal = restoreOperation(deal);
