import { deleteOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const deleteLead = deleteOperation(lead);
