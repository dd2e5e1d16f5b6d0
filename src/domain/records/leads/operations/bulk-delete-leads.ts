import { bulkDeleteOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const bulkDeleteLeads = bulkDeleteOperation(lead);
