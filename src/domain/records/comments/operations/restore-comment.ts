import { restoreOperation } from '#platform/records';
import { comment } from '../fields.ts';

export const restoreComment = restoreOperation(comment);
