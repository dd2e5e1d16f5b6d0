import { comment } from '#domain/records/comments';
import { historyOperation } from './record-history.ts';

export const listCommentHistory = historyOperation(comment);
