import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { convertField } from './jobs/convert-field.ts';
import { purgeField } from './jobs/purge-field.ts';
import { refreshField } from './jobs/refresh-field.ts';
import { checkFormula } from './operations/check-formula.ts';
import { convertChunk } from './operations/convert-chunk.ts';
import { convertFieldType } from './operations/convert-field.ts';
import { createField } from './operations/create-field.ts';
import { deleteField } from './operations/delete-field.ts';
import { listFields } from './operations/list-fields.ts';
import { purgeChunk } from './operations/purge-chunk.ts';
import { refreshChunk } from './operations/refresh-chunk.ts';
import { reorderFields } from './operations/reorder-fields.ts';
import { restoreField } from './operations/restore-field.ts';
import { updateField } from './operations/update-field.ts';

export const customFieldsModule = defineModule({
  name: 'custom-fields',
  summary: 'The catalogue of fields, and the fields that a workspace adds to it.',
  needs: [],
  operations: [
    listFields,
    createField,
    updateField,
    deleteField,
    restoreField,
    reorderFields,
    convertFieldType,
    checkFormula,
    convertChunk,
    refreshChunk,
    purgeChunk,
  ],
  jobs: [convertField, refreshField, purgeField],
});
