import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { currentValues, customFieldsOf, findObject, keepFieldAnew, refreshComputed } from '#platform/records';
import { endWork, fieldById, nextRecords } from '../store/definitions.ts';

const chunk = 1000;

export const refreshChunk = defineOperation({
  name: 'fields.refreshChunk',
  summary: 'Brings the values of a field of the next thousand records in step with its definition.',
  kind: 'write',
  reach: 'workspace',
  permission: 'fields:write',
  input: z.strictObject({ fieldId: z.uuid(), afterId: z.uuid().optional() }),
  async run(context, { fieldId, afterId }): Promise<{ afterId: string | undefined; more: boolean }> {
    const done = { afterId: undefined, more: false };
    const row = await fieldById(context.tx, fieldId);
    const object = row && !row.deleted ? await findObject(context, row.object) : undefined;
    const field = object && (await customFieldsOf(context, object)).get(`custom.${row?.name}`);
    if (!object || field?.valuesId !== fieldId) return done;
    const ids = await nextRecords(context.tx, object, afterId, chunk);
    if (ids.length === 0) {
      endWork(context.tx, fieldId);
      return done;
    }
    if (field.computed) await refreshComputed(context, object, ids);
    else {
      const values = await currentValues(context, object, ids, 'lock');
      const kept = [...values].map(([id, held]) => ({ id, value: held[field.name], deleted: held.deletedAt !== null }));
      await keepFieldAnew(context, field, kept);
    }
    return { afterId: ids.at(-1), more: true };
  },
});
