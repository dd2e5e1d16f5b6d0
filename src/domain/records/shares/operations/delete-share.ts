import { deleteOperation } from '#platform/records';
import { share } from '../fields.ts';

export const deleteShare = deleteOperation(share);
