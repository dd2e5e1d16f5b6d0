import { z } from 'zod';
import { historyOf } from '#platform/changes';
import { idSchema, type ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, refuseMissing } from '#platform/operations';
import { customFieldsOf, presentValue } from '#platform/records';
import { presentChangeSet } from '../rules/present.ts';

/** `contacts.history`: what was changed on a record, when, by whom, from what to what. */
export function historyOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.history`,
    summary: `Lists the changes of one ${object.name}, newest first, with the values before and after.`,
    kind: 'read',
    permission: `${object.plural}:read`,
    route: { method: 'GET', path: `/${object.plural}/:id/history` },
    positional: ['id'],
    subject: object.name,
    input: z.strictObject({
      id: idSchema(object.name),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: z.iso.datetime({ offset: true }).optional(),
    }),
    async run(context, input) {
      await refuseMissing(object.name, input.id, context.sql);
      const custom = await customFieldsOf(context, object);
      const entries = await historyOf(
        context,
        context.sql,
        input.id,
        input.limit,
        input.before ? new Date(input.before) : undefined,
      );
      const data = entries.map((entry) => ({
        id: publicId('ch', entry.id),
        at: entry.at.toISOString(),
        changeSet: entry.set ? presentChangeSet(entry.set) : null,
        erased: entry.erased,
        changes: Object.keys(entry.after).map((name) => {
          const field = object.fields.get(name) ?? custom.get(name);
          const present = (value: unknown) => (field ? presentValue(field, value) : value);
          return {
            field: name,
            label: field?.label ?? name,
            before: present(entry.before[name]),
            after: present(entry.after[name]),
          };
        }),
      }));
      const last = entries.at(-1);
      return { data, page: entries.length >= input.limit && last ? { next: last.at.toISOString() } : {} };
    },
  });
}
