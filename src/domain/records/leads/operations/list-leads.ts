import { listOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const listLeads = listOperation(lead);
