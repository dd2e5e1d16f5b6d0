import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createShare } from './operations/create-share.ts';
import { deleteShare } from './operations/delete-share.ts';
import { getShare } from './operations/get-share.ts';
import { listShares } from './operations/list-shares.ts';
import { restoreShare } from './operations/restore-share.ts';
import { updateShare } from './operations/update-share.ts';

export const sharesModule = defineModule({
  name: 'shares',
  summary: 'With whom records are shared, and until when.',
  needs: ['identity'],
  operations: [listShares, getShare, createShare, updateShare, deleteShare, restoreShare],
});
