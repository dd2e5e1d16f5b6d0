import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { currentValues, updateRecords } from '#platform/records';
import type { Definition } from '../definition.ts';
import { refuseWrongComputation, settings, storedSettings } from '../field-input.ts';
import { customField } from '../fields.ts';
import { fieldAnswer, shownById } from '../present.ts';

export const updateField = defineOperation({
  name: 'fields.update',
  summary:
    'Changes what a field is called, its help, choices, rules, default, privacy, formula or roll-up; its type is changed by fields.convert.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'PATCH', path: '/fields/:id' },
  positional: ['id'],
  subject: 'field',
  input: z.strictObject({ id: idSchema('field'), ...settings, label: settings.label.optional() }),
  output: fieldAnswer,
  problems: ['conflict', 'version_changed'],
  async run(context, { id, ...given }) {
    const before = (await currentValues(context, customField, [id])).get(id) as unknown as Definition | undefined;
    const set = storedSettings(given);
    if (set.computed) refuseWrongComputation(before?.computed?.kind ?? before?.type ?? '', set.computed);
    if (Object.keys(set).length === 0)
      throw new Problem('validation_failed', { detail: 'Give at least one thing to change.' });
    const values = set as Record<string, unknown>;
    await updateRecords(context, customField, [{ id, set: values, expectedVersion: context.expectedVersion }]);
    return shownById(context, id);
  },
});
