import { bulkUpdateOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const bulkUpdateLeads = bulkUpdateOperation(lead);
