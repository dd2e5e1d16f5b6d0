import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { catalogueChanges, findObject } from '#platform/records';
import { fieldById, markPurged, recordsHolding, removeValues } from '../store/definitions.ts';

const chunk = 1000;
const keptMs = 30 * 86_400_000;

export const purgeChunk = defineOperation({
  name: 'fields.purgeChunk',
  summary: 'Removes the values of a field that was deleted 30 days ago from the next thousand records.',
  kind: 'write',
  reach: 'workspace',
  permission: 'fields:write',
  input: z.strictObject({ fieldId: z.uuid(), afterId: z.uuid().optional() }),
  async run(context, { fieldId, afterId }): Promise<{ afterId: string | undefined; more: boolean }> {
    const field = await fieldById(context.tx, fieldId);
    const done = { afterId: undefined, more: false };
    if (!field?.deletedAt || field.purged || context.now.getTime() - field.deletedAt.getTime() < keptMs) return done;
    const object = await findObject(context, field.object);
    const held = object ? await recordsHolding(context.tx, object, field.name, afterId, chunk) : [];
    if (object && held.length > 0) {
      const ids = held.map((one) => one.id);
      removeValues(context.tx, object, field, ids);
      return { afterId: ids.at(-1), more: true };
    }
    markPurged(context.tx, fieldId, context.now);
    catalogueChanges(context);
    return done;
  },
});
