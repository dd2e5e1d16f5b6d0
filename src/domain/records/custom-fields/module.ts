import './events.ts';
import { defineModule } from '#platform/operations';
import { createField } from './operations/create-field.ts';
import { deleteField } from './operations/delete-field.ts';
import { listFields } from './operations/list-fields.ts';

export const customFieldsModule = defineModule({
  name: 'custom-fields',
  summary: 'The catalogue of fields, and the fields that a workspace adds to it.',
  needs: [],
  operations: [listFields, createField, deleteField],
});
