import { updateOperation } from '#platform/records';
import { comment } from '../fields.ts';

export const updateComment = updateOperation(comment);
