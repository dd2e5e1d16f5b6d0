import { bulkDeleteOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const bulkDeleteContacts = bulkDeleteOperation(contact);
