import { updateOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const updateContact = updateOperation(contact);
