import { exportOperation } from '#platform/records';
import { lead } from '../fields.ts';

export const exportLeads = exportOperation(lead);
