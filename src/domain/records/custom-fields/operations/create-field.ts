import { z } from 'zod';
import { Problem } from '#platform/errors';
import type { FieldType } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { createRecords, findObject } from '#platform/records';
import { type Definition, valueTypes } from '../definition.ts';
import { refuseWrongComputation, settings, storedSettings, typeSettings } from '../field-input.ts';
import { customField } from '../fields.ts';
import { fieldAnswer, shownById } from '../present.ts';
import { fieldsInUse, workspaceCurrency } from '../store/definitions.ts';

export const createField = defineOperation({
  name: 'fields.create',
  summary: 'Adds a field to a kind of record; it is at once in tables, forms, imports and the API.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'POST', path: '/fields/:object', status: 201 },
  positional: ['object'],
  input: z.strictObject({
    object: z.string().max(50),
    name: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{0,62}$/, 'begins with a small letter and has letters and digits only, as in region')
      .meta({ description: 'Its name in the API, as region; it stays.' }),
    ...settings,
    ...typeSettings,
  }),
  output: fieldAnswer,
  problems: ['conflict', 'too_large'],
  async run(context, input) {
    const { object: asked, name, type, to, currency, ...given } = input;
    const object = await findObject(context, asked);
    const set = storedSettings(given);
    refuseWrongComputation(type, set.computed);
    if (!object?.extensible) {
      throw new Problem('validation_failed', {
        detail: `Fields cannot be added to '${asked}'.`,
        mistakes: [{ path: 'object', message: 'cannot be extended' }],
      });
    }
    const definition: Partial<Definition> = {
      ...set,
      object: object.name,
      name,
      // A formula or roll-up gets the type of its result when it is checked.
      type: (valueTypes[type] ?? 'number') as FieldType,
      target: to ?? null,
      ...(type === 'money' ? { currency: currency ?? (await workspaceCurrency(context.sql)) ?? 'EUR' } : {}),
      position: await fieldsInUse(context.sql, object.name),
    };
    const [written] = await createRecords(context, customField, [definition as Record<string, unknown>]);
    return shownById(context, written?.id ?? '');
  },
});
