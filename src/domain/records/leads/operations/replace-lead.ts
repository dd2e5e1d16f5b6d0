import { replaceOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const replaceLead = replaceOperation(lead);
