import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { defineModule } from '#platform/operations';
import { undoBulk } from './jobs/undo-bulk.ts';
import { getChange } from './operations/get-change.ts';
import { latestChange } from './operations/latest-change.ts';
import { undoChanges } from './operations/undo-changes.ts';
import { undoChunk } from './operations/undo-chunk.ts';
import { historyOperation } from './record-history.ts';

export const historyModule = defineModule({
  name: 'history',
  summary: 'What was changed, by whom, and how to take it back.',
  needs: ['accounts', 'activities', 'contacts'],
  operations: [
    latestChange,
    getChange,
    undoChanges,
    undoChunk,
    historyOperation(contact),
    historyOperation(account),
    historyOperation(activity),
  ],
  jobs: [undoBulk],
});
