import { exportOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const exportContacts = exportOperation(contact);
