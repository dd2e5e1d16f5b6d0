import { contact } from '#domain/records/contacts';
import { previewOperation } from '../operation-kinds.ts';

export const previewContactMerge = previewOperation(contact);
