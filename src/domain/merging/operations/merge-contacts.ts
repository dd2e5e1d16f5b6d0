import { contact } from '#domain/records/contacts';
import { mergeOperation } from '../operation-kinds.ts';

export const mergeContacts = mergeOperation(contact);
