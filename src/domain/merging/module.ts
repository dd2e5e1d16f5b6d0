import './errors.ts';
import './events.ts';
import './undo-merges.ts';
import { defineModule } from '#platform/operations';
import { settleMerge } from './jobs/settle-merge.ts';
import { getMerge } from './operations/get-merge.ts';
import { listMerges } from './operations/list-merges.ts';
import { listQuestions } from './operations/list-questions.ts';
import { mergeAccounts } from './operations/merge-accounts.ts';
import { mergeContacts } from './operations/merge-contacts.ts';
import { previewAccountMerge } from './operations/preview-account-merge.ts';
import { previewContactMerge } from './operations/preview-contact-merge.ts';
import { settleChunk } from './operations/settle-chunk.ts';
import { undoMerge } from './operations/undo-merge.ts';

export const mergingModule = defineModule({
  name: 'merging',
  summary: 'Records that become one, with all that hangs on them, and several again.',
  needs: ['matching', 'accounts', 'contacts', 'communications'],
  operations: [
    mergeContacts,
    previewContactMerge,
    mergeAccounts,
    previewAccountMerge,
    getMerge,
    listMerges,
    listQuestions,
    undoMerge,
    settleChunk,
  ],
  jobs: [settleMerge],
});
