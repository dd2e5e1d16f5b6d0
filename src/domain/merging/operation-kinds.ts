import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { fieldOf, type ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { isRead, presentValue, referenceCounts, seenBy } from '#platform/records';
import { mergeAnswer, presentMerges } from './answers.ts';
import { becomingOf, mergeInput } from './merge-input.ts';
import { mergeRecords } from './merge-records.ts';
import { type Becoming, differing, outcomeOf, refuseUnwritable } from './outcome.ts';
import { mergedFields } from './storied.ts';

/** Choices under the own names of the fields. Errors: `unknown_field`. */
async function withKnownFields(context: Context, object: ObjectType, becoming: Becoming): Promise<Becoming> {
  const { narrowed } = await seenBy(context, object);
  const readable = (await mergedFields(context, object)).filter(({ name }) => isRead(narrowed.get(name)));
  const known = new Map(readable.map((field) => [field.name, field]));
  const fields: Record<string, string> = {};
  for (const [name, id] of Object.entries(becoming.choices.fields)) {
    const field =
      known.get(fieldOf(object, name)?.name ?? name) ?? known.get(name.replace(/^customFields\./, 'custom.'));
    if (!field)
      throw new Problem('unknown_field', {
        detail: `'${name}' is no field of ${object.plural} whose value is chosen.`,
      });
    fields[field.name] = id;
  }
  return { ...becoming, choices: { ...becoming.choices, fields } };
}

/** `contacts.merge` */
export function mergeOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.merge`,
    summary: `Makes several ${object.plural} one: nothing is dropped, their ids lead to it, and it can be undone at any time.`,
    kind: 'write',
    permission: `${object.area}:write`,
    route: { method: 'POST', path: `/${object.path}/merge` },
    tool: true,
    input: z.strictObject(mergeInput(object)),
    output: mergeAnswer,
    problems: ['conflict', 'unknown_field'],
    async run(context, input) {
      const becoming = await withKnownFields(context, object, becomingOf(object, input));
      const merge = await mergeRecords(context, object, becoming);
      return (await presentMerges(context, [merge]))[0] as z.output<typeof mergeAnswer>;
    },
  });
}

const why = z
  .enum(['chosen', 'mostRecent', 'mostTrusted', 'mostComplete', 'furthest', 'keepWinner', 'union', 'onlyOne'])
  .meta({ description: 'Why this value survives; onlyOne: no other record has one.' });

const previewAnswer = z.object({
  winnerId: z.string(),
  mergedIds: z.array(z.string()),
  fields: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      value: z.unknown(),
      from: z
        .string()
        .nullable()
        .meta({ description: 'The record that the value comes from; null for a list of several.' }),
      why,
      changes: z.boolean().meta({ description: 'The winner does not have this value now.' }),
      values: z.array(z.object({ recordId: z.string(), value: z.unknown() })),
    }),
  ),
  moves: z.array(z.object({ object: z.string(), count: z.number().int() })),
});

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** `contacts.previewMerge`: what the result would be, and why. */
export function previewOperation(object: ObjectType) {
  const shown = (id: string) => publicId(object.prefix, id);
  return defineOperation({
    name: `${object.plural}.previewMerge`,
    summary: `Shows what several ${object.plural} would become as one, field by field with the reason, and what would move along; nothing is written.`,
    kind: 'read',
    permission: `${object.area}:read`,
    route: { method: 'POST', path: `/${object.path}/merge/preview` },
    tool: true,
    input: z.strictObject(mergeInput(object)),
    output: previewAnswer,
    problems: ['unknown_field'],
    async run(context, input) {
      const becoming = await withKnownFields(context, object, becomingOf(object, input));
      const { winnerId, memberIds } = becoming;
      await refuseUnwritable(context, object, [winnerId, ...memberIds], 'look');
      const { fields, winner, members, results } = await outcomeOf(context, object, becoming);
      const set = differing(winner, results);
      const moves = await referenceCounts(context, object, memberIds);
      const seen = await seenBy(context, object);
      const rows = fields.flatMap((whole) => {
        const field = seen.object.fields.get(whole.name) ?? seen.custom.get(whole.name);
        if (!field) return [];
        const result = results.get(field.name);
        const values = [winner, ...members].map((one) => ({
          recordId: shown(one.id),
          value: presentValue(field, one.values[field.name] ?? null),
        }));
        if (!result || values.every(({ value }) => isEmpty(value))) return [];
        const from = result.from === undefined ? null : shown(result.from);
        const changes = field.name in set;
        const { name, label } = field;
        return [
          { field: name, label, value: presentValue(field, result.value), from, why: result.why, changes, values },
        ];
      });
      return {
        winnerId: shown(winnerId),
        mergedIds: memberIds.map(shown),
        fields: rows,
        moves: [...moves].map(([name, count]) => ({ object: name, count })),
      };
    },
  });
}
