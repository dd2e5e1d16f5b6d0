import { contact } from '#domain/records/contacts';
import { historyOperation } from './record-history.ts';

export const listContactHistory = historyOperation(contact);
