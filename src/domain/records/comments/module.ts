import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createComment } from './operations/create-comment.ts';
import { deleteComment } from './operations/delete-comment.ts';
import { getComment } from './operations/get-comment.ts';
import { listComments } from './operations/list-comments.ts';
import { restoreComment } from './operations/restore-comment.ts';
import { updateComment } from './operations/update-comment.ts';

export const commentsModule = defineModule({
  name: 'comments',
  summary: 'What people say about records, and who is told.',
  needs: ['follows'],
  operations: [listComments, getComment, createComment, updateComment, deleteComment, restoreComment],
});
