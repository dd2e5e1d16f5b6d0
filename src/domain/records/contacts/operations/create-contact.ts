import { createOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const createContact = createOperation(contact);
