import { deleteOperation } from '#platform/records';
import { customObject } from '../fields.ts';

export const deleteObject = deleteOperation(customObject);
