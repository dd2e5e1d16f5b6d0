import { bulkUpdateOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const bulkUpdateContacts = bulkUpdateOperation(contact);
