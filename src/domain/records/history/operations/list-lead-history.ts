import { lead } from '#domain/records/leads';
import { historyOperation } from './record-history.ts';

export const listLeadHistory = historyOperation(lead);
