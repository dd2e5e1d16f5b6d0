import { restoreOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const restoreContact = restoreOperation(contact);
