import { deleteOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const deleteDeal = deleteOperation(deal);
