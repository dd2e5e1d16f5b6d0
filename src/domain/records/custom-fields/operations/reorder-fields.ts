import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { customFieldsOf, objectFor, updateRecords } from '#platform/records';
import { customField } from '../fields.ts';

export const reorderFields = defineOperation({
  name: 'fields.reorder',
  summary:
    'Puts the added fields of a kind of record in an order: those that are named first, then the others as they were.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'PUT', path: '/fields/:object/order' },
  positional: ['object'],
  input: z.strictObject({
    object: z.string().max(50),
    names: z
      .array(z.string().max(80))
      .min(1)
      .max(500)
      .meta({ description: 'Names of fields in their order, as custom.region.' }),
  }),
  output: z.strictObject({ names: z.array(z.string()) }),
  async run(context, input) {
    const object = await objectFor(context, input.object);
    const custom = await customFieldsOf(context, object);
    const named = [...new Set(input.names.map((name) => (name.startsWith('custom.') ? name : `custom.${name}`)))];
    const unknown = named.find((name) => !custom.has(name));
    if (unknown) {
      throw new Problem('validation_failed', {
        detail: `There is no custom field '${unknown.slice(0, 80)}' on ${object.plural}.`,
        mistakes: [{ path: 'names', message: `'${unknown.slice(0, 80)}' is not there` }],
      });
    }
    const names = [...named, ...[...custom.keys()].filter((name) => !named.includes(name))];
    const updates = names.map((name, position) => ({ id: custom.get(name)?.valuesId ?? '', set: { position } }));
    await updateRecords(context, customField, updates);
    return { names };
  },
});
