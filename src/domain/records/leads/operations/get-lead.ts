import { getOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const getLead = getOperation(lead);
