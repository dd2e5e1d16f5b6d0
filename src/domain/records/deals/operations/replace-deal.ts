import { replaceOperation } from '#platform/records';
import { deal } from '../fields.ts';

export const replaceDeal = replaceOperation(deal);
