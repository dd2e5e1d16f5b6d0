import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { bulkDeleteRecords } from './operations/bulk-delete-records.ts';
import { bulkUpdateRecords } from './operations/bulk-update-records.ts';
import { createObject } from './operations/create-object.ts';
import { createRecord } from './operations/create-record.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteRecord } from './operations/delete-record.ts';
import { exportRecords } from './operations/export-records.ts';
import { getObject } from './operations/get-object.ts';
import { getCustomRecord } from './operations/get-record.ts';
import { listObjects } from './operations/list-objects.ts';
import { listCustomRecords } from './operations/list-records.ts';
import { replaceRecord } from './operations/replace-record.ts';
import { restoreObject } from './operations/restore-object.ts';
import { restoreRecord } from './operations/restore-record.ts';
import { updateObject } from './operations/update-object.ts';
import { updateRecord } from './operations/update-record.ts';

export const customObjectsModule = defineModule({
  name: 'custom-objects',
  summary: 'Kinds of record that a workspace makes for itself, and their records.',
  needs: [],
  operations: [
    listObjects,
    createObject,
    getObject,
    updateObject,
    deleteObject,
    restoreObject,
    listCustomRecords,
    createRecord,
    exportRecords,
    getCustomRecord,
    updateRecord,
    replaceRecord,
    deleteRecord,
    restoreRecord,
    bulkUpdateRecords,
    bulkDeleteRecords,
  ],
});
