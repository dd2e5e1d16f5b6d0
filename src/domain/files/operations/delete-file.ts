import { deleteOperation } from '#platform/records';
import { file } from '../fields.ts';

export const deleteFile = deleteOperation(file);
