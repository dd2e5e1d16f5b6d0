import { getOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const getContact = getOperation(contact);
