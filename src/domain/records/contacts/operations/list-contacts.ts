import { listOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const listContacts = listOperation(contact);
