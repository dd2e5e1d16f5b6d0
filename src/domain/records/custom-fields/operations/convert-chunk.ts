import { z } from 'zod';
import type { Field } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { customFieldsOf, findObject, updateRecords } from '#platform/records';
import { convertValue } from '../convert.ts';
import { fieldById, recordsHolding } from '../store/definitions.ts';

const chunk = 500;

export const convertChunk = defineOperation({
  name: 'fields.convertChunk',
  summary: 'Converts the values of a field of the next 500 records to the type that it has now.',
  kind: 'write',
  reach: 'workspace',
  permission: 'fields:write',
  input: z.strictObject({ fieldId: z.uuid(), from: z.string().max(20), afterId: z.uuid().optional() }),
  async run(context, { fieldId, from, afterId }): Promise<{ afterId: string | undefined; more: boolean }> {
    const row = await fieldById(context.tx, fieldId);
    const object = row && !row.deleted ? await findObject(context, row.object) : undefined;
    const field = object && (await customFieldsOf(context, object)).get(`custom.${row?.name}`);
    if (!object || !field || field.valuesId !== fieldId) return { afterId: undefined, more: false };
    const held = await recordsHolding(context.tx, object, field.name.slice('custom.'.length), afterId, chunk);
    if (held.length === 0) return { afterId: undefined, more: false };
    const updates = held.map(({ id, value }) => {
      const converted = convertValue(from as Field['type'], field, value);
      return { id, set: { [field.name]: 'value' in converted ? converted.value : null } };
    });
    await updateRecords(context, object, updates, { deletedToo: true, skipMissing: true });
    context.unfinished();
    return { afterId: held.at(-1)?.id, more: true };
  },
});
