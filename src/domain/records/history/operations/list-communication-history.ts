import { communication } from '#domain/records/communications';
import { historyOperation } from './record-history.ts';

export const listCommunicationHistory = historyOperation(communication);
