import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { type FieldType, idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { currentValues, objectFor, updateRecords } from '#platform/records';
import { completeDefinition } from '../catalogue.ts';
import { previewConversion } from '../convert.ts';
import { checkDefinition, type Definition, fieldOfDefinition, valueTypes, wrongDefinition } from '../definition.ts';
import { settings, storedOptions, typeSettings } from '../field-input.ts';
import { customField } from '../fields.ts';
import { convertField } from '../jobs/convert-field.ts';
import { valueCounts, workspaceCurrency } from '../store/definitions.ts';

const mostDistinct = 100_000;
const mostOptions = 100;

export const convertFieldType = defineOperation({
  name: 'fields.convert',
  summary:
    'Gives a field another type and converts its values; with preview it says how many convert and which would be lost.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'POST', path: '/fields/:id/convert' },
  positional: ['id'],
  subject: 'field',
  input: z.strictObject({
    id: idSchema('field'),
    type: z.enum(Object.keys(valueTypes) as [string, ...string[]]),
    to: typeSettings.to,
    currency: typeSettings.currency,
    options: settings.options,
    preview: z.boolean().default(false).meta({ description: 'Only says what would happen.' }),
  }),
  output: z.looseObject({
    preview: z.boolean(),
    type: z.string(),
    values: z.number(),
    convertible: z.number(),
    lost: z.number(),
    examples: z.array(z.looseObject({ count: z.number() })),
  }),
  problems: ['conflict', 'version_changed'],
  async run(context, { id, preview, ...wanted }) {
    const before = await definitionOf(context, id);
    const object = await objectFor(context, before.object);
    const counts = await valueCounts(context.sql, object, before.name, mostDistinct);
    const after = await definitionAs(context, before, wanted, counts);
    const told = previewConversion(
      before.type,
      { ...fieldOfDefinition(after), prefix: await prefixOf(context, after) },
      counts,
    );
    const answer = { preview, type: after.type, options: after.options, ...told };
    if (preview) return answer;
    const { type, options, colors, currency, target, rules, defaultValue, isUnique } = after;
    const set = { type, options, colors, currency, target, rules, defaultValue, isUnique };
    await updateRecords(context, customField, [
      { id, set, expectedVersion: context.expectedVersion, extra: { converting: true } },
    ]);
    context.unfinished();
    const input = { fieldId: id, from: before.type, changeSetId: context.changeSetId };
    addJob(context.tx, context, convertField, input, { key: `convert-field:${id}`, queue: `field:${id}` });
    return { ...answer, changeSetId: publicId('cs', context.changeSetId) };
  },
});

async function definitionOf(context: Context, id: string): Promise<Definition> {
  const values = (await currentValues(context, customField, [id])).get(id);
  if (!values || values.deletedAt)
    throw new Problem('not_found', { detail: `There is no field ${publicId('fd', id)} in this workspace.` });
  if (values.computed) throw wrongDefinition('type', 'a formula or roll-up cannot be converted; make a new field');
  return values as unknown as Definition;
}

async function prefixOf(context: Context, { target }: Definition): Promise<string> {
  return target ? (await objectFor(context, target)).prefix : '';
}

type Wanted = Pick<z.output<typeof convertFieldType.input>, 'type' | 'to' | 'currency' | 'options'>;

/** The definition with another type. What no longer fits (rules, the default, choices) goes; choices come from the values unless they are given. */
async function definitionAs(
  context: Context,
  before: Definition,
  wanted: Wanted,
  counts: readonly { value: unknown }[],
): Promise<Definition> {
  const type = valueTypes[wanted.type] as FieldType;
  const chosen = type === 'choice' || type === 'multiChoice';
  const fromValues = [...new Set(counts.flatMap(({ value }) => value as string).map((value) => String(value).trim()))];
  if (chosen && !wanted.options && fromValues.length > mostOptions)
    throw wrongDefinition('options', `there are ${fromValues.length} different values: say which can be chosen`);
  const options = wanted.options ? storedOptions(wanted.options) : { options: chosen ? fromValues : [], colors: {} };
  const after = {
    ...before,
    ...options,
    type,
    rules: {},
    defaultValue: null,
    isUnique: false,
    target: wanted.to ?? (type === 'reference' || type === 'references' ? before.target : null),
    currency: type === 'money' ? (wanted.currency ?? (await workspaceCurrency(context.sql)) ?? 'EUR') : null,
  };
  const complete = await completeDefinition(context, after);
  checkDefinition(complete);
  return complete;
}
