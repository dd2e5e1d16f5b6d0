import { createOperation } from '#platform/records';
import { comment } from '../fields.ts';

export const createComment = createOperation(comment);
