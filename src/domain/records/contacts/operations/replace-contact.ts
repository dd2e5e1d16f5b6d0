import { replaceOperation } from '#platform/records';
import { contact } from '../fields.ts';

export const replaceContact = replaceOperation(contact);
