import { z } from 'zod';
import { type HistoryEntry, historyOf } from '#platform/changes';
import type { Context } from '#platform/context';
import { idSchema, type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import {
  getRecord,
  namesOf,
  objectInput,
  objectMeant,
  pathOf,
  positionalOf,
  presentValue,
  type Seen,
  seenBy,
} from '#platform/records';
import { changeSetAnswer, presentChangeSet } from '../rules/present.ts';

/** What the records are called that the fields of some changes refer to, by id. */
async function referredNames(
  context: Context,
  { object }: Seen,
  entries: readonly HistoryEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { before, after } of entries) {
    for (const [name, value] of [...Object.entries(before), ...Object.entries(after)]) {
      const field = object.fields.get(name);
      if (field?.masked) continue;
      const target = field?.type === 'user' ? 'user' : field?.type === 'reference' ? field.to : undefined;
      if (target && typeof value === 'string') ids.set(target, (ids.get(target) ?? new Set()).add(value));
    }
  }
  const found = await Promise.all([...ids].map(([target, of]) => namesOf(context, objectNamed(target), [...of])));
  return new Map(found.flatMap((names) => [...names]));
}

function namesIn(names: ReadonlyMap<string, string>, before: unknown, after: unknown) {
  const [beforeName, afterName] = [names.get(String(before)), names.get(String(after))];
  return { ...(beforeName ? { beforeName } : {}), ...(afterName ? { afterName } : {}) };
}

const changeAnswer = z.object({
  field: z.string(),
  label: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  beforeName: z.string().optional().meta({ description: 'What the record before is called.' }),
  afterName: z.string().optional(),
});

function shownChange(
  { object, custom }: Seen,
  names: ReadonlyMap<string, string>,
  { before, after }: HistoryEntry,
  name: string,
): z.output<typeof changeAnswer> {
  const field = object.fields.get(name) ?? custom.get(name);
  const present = (value: unknown) => (field ? presentValue(field, value) : value);
  return {
    field: name,
    label: field?.label ?? name,
    before: present(before[name]),
    after: present(after[name]),
    ...(field?.masked ? {} : namesIn(names, before[name], after[name])),
  };
}

/** `contacts.history`: what was changed on a record, when, by whom, from what to what. */
export function historyOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.history`,
    summary: `Lists the changes of one ${declared.name}, newest first, with the values before and after.`,
    kind: 'read',
    permission: `${declared.area}:read`,
    route: { method: 'GET', path: `${pathOf(declared)}/:id/history` },
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: z.strictObject({
      ...objectInput(declared),
      id: idSchema(declared.name),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: z.iso.datetime({ offset: true }).optional(),
    }),
    output: z.object({
      data: z.array(
        z.object({
          id: z.string(),
          at: z.iso.datetime(),
          changeSet: changeSetAnswer.nullable(),
          erased: z.boolean().meta({ description: 'The values are gone with the person.' }),
          changes: z.array(changeAnswer),
        }),
      ),
      page: z.object({ next: z.string().optional() }),
    }),
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      await getRecord(context, object, input.id, { fields: [], deletedToo: true });
      const seen = await seenBy(context, object);
      const entries = await historyOf(
        context,
        context.sql,
        input.id,
        input.limit,
        input.before ? new Date(input.before) : undefined,
      );
      const names = await referredNames(context, seen, entries);
      const data = entries.map((entry) => ({
        id: publicId('ch', entry.id),
        at: entry.at.toISOString(),
        changeSet: entry.set ? presentChangeSet(entry.set) : null,
        erased: entry.erased,
        changes: Object.keys(entry.after)
          .filter(seen.tellsOf)
          .map((name) => shownChange(seen, names, entry, name)),
      }));
      const last = entries.at(-1);
      return { data, page: entries.length >= input.limit && last ? { next: last.at.toISOString() } : {} };
    },
  });
}
