import { deleteOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const deleteContact = deleteOperation(contact);
