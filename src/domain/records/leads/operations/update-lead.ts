import { updateOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const updateLead = updateOperation(lead);
