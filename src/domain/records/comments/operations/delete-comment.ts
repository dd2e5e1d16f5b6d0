import { deleteOperation } from '#platform/records';
import { comment } from '../fields.ts';

export const deleteComment = deleteOperation(comment);
