import { defineModule } from '#platform/operations';
import { undoBulk } from './jobs/undo-bulk.ts';
import { getChange } from './operations/get-change.ts';
import { latestChange } from './operations/latest-change.ts';
import { listAccountHistory } from './operations/list-account-history.ts';
import { listActivityHistory } from './operations/list-activity-history.ts';
import { listChanges } from './operations/list-changes.ts';
import { listCommentHistory } from './operations/list-comment-history.ts';
import { listCommunicationHistory } from './operations/list-communication-history.ts';
import { listContactHistory } from './operations/list-contact-history.ts';
import { listDealHistory } from './operations/list-deal-history.ts';
import { listFileHistory } from './operations/list-file-history.ts';
import { listLeadHistory } from './operations/list-lead-history.ts';
import { listRecordHistory } from './operations/list-record-history.ts';
import { listRelationshipHistory } from './operations/list-relationship-history.ts';
import { listTaskHistory } from './operations/list-task-history.ts';
import { previewUndoing } from './operations/preview-undo.ts';
import { undoChanges } from './operations/undo-changes.ts';
import { undoChunk } from './operations/undo-chunk.ts';

export const historyModule = defineModule({
  name: 'history',
  summary: 'What was changed, by whom, and how to take it back.',
  needs: [
    'custom-objects',
    'accounts',
    'activities',
    'comments',
    'communications',
    'contacts',
    'deals',
    'files',
    'leads',
    'relationships',
    'tasks',
  ],
  operations: [
    listChanges,
    latestChange,
    getChange,
    previewUndoing,
    undoChanges,
    undoChunk,
    listContactHistory,
    listAccountHistory,
    listDealHistory,
    listLeadHistory,
    listActivityHistory,
    listCommentHistory,
    listCommunicationHistory,
    listTaskHistory,
    listFileHistory,
    listRelationshipHistory,
    listRecordHistory,
  ],
  jobs: [undoBulk],
});
