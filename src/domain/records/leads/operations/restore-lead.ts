import { restoreOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const restoreLead = restoreOperation(lead);
