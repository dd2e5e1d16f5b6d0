import { z } from 'zod';
import { Problem } from '#platform/errors';
import { type Field, objectCatalogue } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { customFieldsOf } from '#platform/records';
import { nearest } from '#platform/text';

function shown(field: Field) {
  return {
    name: field.name,
    label: field.label,
    description: field.description,
    type: field.type,
    to: field.to,
    options: field.choices,
    required: field.required ?? false,
    custom: field.custom,
    editable: !field.readOnly,
    filterable: field.filterable,
    sortable: field.sortable,
    derived: field.derived,
    personal: field.personal,
    privacy: field.privacy,
  };
}

export const listFields = defineOperation({
  name: 'fields.list',
  summary: 'Lists the fields of a kind of record, those that the workspace has added included.',
  kind: 'read',
  permission: 'fields:read',
  route: { method: 'GET', path: '/fields/:object' },
  positional: ['object'],
  input: z.strictObject({ object: z.string().max(50) }),
  async run(context, input) {
    const object = objectCatalogue().get(input.object);
    if (!object) {
      const near = nearest(input.object, objectCatalogue().keys());
      throw new Problem('not_found', {
        detail: `There is no kind of record '${input.object}'.${near ? ` Did you mean '${near}'?` : ''}`,
      });
    }
    const custom = await customFieldsOf(context, object);
    return {
      object: object.name,
      label: object.label,
      data: [...object.fields.values(), ...custom.values()].map(shown),
    };
  },
});
