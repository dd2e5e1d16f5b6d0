import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { bulkDeleteContacts } from './operations/bulk-delete-contacts.ts';
import { bulkUpdateContacts } from './operations/bulk-update-contacts.ts';
import { createContact } from './operations/create-contact.ts';
import { deleteContact } from './operations/delete-contact.ts';
import { exportContacts } from './operations/export-contacts.ts';
import { getContact } from './operations/get-contact.ts';
import { getLifecycle } from './operations/get-lifecycle.ts';
import { listAccountContacts } from './operations/list-account-contacts.ts';
import { listContacts } from './operations/list-contacts.ts';
import { listReports } from './operations/list-reports.ts';
import { replaceContact } from './operations/replace-contact.ts';
import { restoreContact } from './operations/restore-contact.ts';
import { updateContact } from './operations/update-contact.ts';
import { updateLifecycle } from './operations/update-lifecycle.ts';

export const contactsModule = defineModule({
  name: 'contacts',
  summary: 'The people that a workspace knows.',
  needs: ['matching'],
  operations: [
    listContacts,
    getContact,
    createContact,
    updateContact,
    replaceContact,
    deleteContact,
    restoreContact,
    bulkUpdateContacts,
    bulkDeleteContacts,
    exportContacts,
    listAccountContacts,
    listReports,
    getLifecycle,
    updateLifecycle,
  ],
});
