import { getOperation } from '#platform/records';
import { comment } from '../fields.ts';

export const getComment = getOperation(comment);
