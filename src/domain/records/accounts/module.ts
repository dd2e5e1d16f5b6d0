import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { bulkDeleteAccounts } from './operations/bulk-delete-accounts.ts';
import { bulkUpdateAccounts } from './operations/bulk-update-accounts.ts';
import { createAccount } from './operations/create-account.ts';
import { deleteAccount } from './operations/delete-account.ts';
import { exportAccounts } from './operations/export-accounts.ts';
import { getAccount } from './operations/get-account.ts';
import { getHierarchy } from './operations/get-hierarchy.ts';
import { listAccounts } from './operations/list-accounts.ts';
import { replaceAccount } from './operations/replace-account.ts';
import { restoreAccount } from './operations/restore-account.ts';
import { updateAccount } from './operations/update-account.ts';

export const accountsModule = defineModule({
  name: 'accounts',
  summary: 'The companies that a workspace knows.',
  needs: ['matching'],
  operations: [
    listAccounts,
    getAccount,
    createAccount,
    updateAccount,
    replaceAccount,
    deleteAccount,
    restoreAccount,
    bulkUpdateAccounts,
    bulkDeleteAccounts,
    exportAccounts,
    getHierarchy,
  ],
});
