import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { type Field, idSchema, inputShape, type ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, mergedInto, wasMerged } from '#platform/operations';
import { checkedValues } from './checked-values.ts';
import { createRecords } from './create.ts';
import { objectInput, pathOf, positionalOf, selectionInput } from './inputs.ts';
import { listIds } from './lists/list.ts';
import { answerSoon, refuseUnseen } from './read.ts';
import { seenBy } from './sight/seen.ts';
import { updateRecords } from './update.ts';
import { objectMeant } from './workspace-object.ts';

const customFields = (object: ObjectType) =>
  object.extensible
    ? {
        customFields: z
          .record(z.string().max(64), z.unknown())
          .optional()
          .meta({ description: 'Values of fields that the workspace has added.' }),
      }
    : {};

/** The fields come from the catalogue, so their types are known to zod alone. */
function inputOf<Known = unknown>(shape: Record<string, z.ZodType>): z.ZodType<Values & Known, Values & Known> {
  return z.strictObject(shape) as unknown as z.ZodType<Values & Known, Values & Known>;
}

/** The values of an input, without the name of the kind. */
function valuesGiven<Given extends Values>({ template }: ObjectType, input: Given): Given {
  if (!template) return input;
  const { object: _, ...values } = input;
  return values as Given;
}

/** `contacts.create` */
export function createOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.create`,
    summary: `Creates a new ${declared.name}.`,
    kind: 'write',
    permission: `${declared.area}:write`,
    route: { method: 'POST', path: pathOf(declared), status: 201 },
    tool: true,
    input: inputOf({
      ...objectInput(declared),
      ...inputShape(declared.fields.values(), 'create'),
      ...customFields(declared),
    }),
    problems: ['already_known'],
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const set = await checkedValues(context, object, valuesGiven(declared, input as Values), { whole: true });
      const [written] = await createRecords(context, object, [set]);
      return answerSoon(context, object, written?.id ?? '');
    },
  });
}

/** `contacts.update`: only the fields that are given change; null empties one. */
export function updateOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.update`,
    summary: `Changes some fields of one ${declared.name}.`,
    kind: 'write',
    permission: `${declared.area}:write`,
    route: { method: 'PATCH', path: `${pathOf(declared)}/:id` },
    tool: true,
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: inputOf<{ id: string }>({
      ...objectInput(declared),
      id: idSchema(declared.name),
      ...inputShape(declared.fields.values(), 'update'),
      ...customFields(declared),
    }),
    problems: ['version_changed'],
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const { id, ...given } = valuesGiven(declared, input as Values & { id: string });
      await refuseUnseen(context, object, [id]);
      const set = await checkedValues(context, object, given, { id });
      await updateRecords(context, object, [{ id, set, expectedVersion: context.expectedVersion }]);
      return answerSoon(context, object, id);
    },
  });
}

/** `contacts.replace`: every field that can be written gets the given value, or becomes empty. */
export function replaceOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.replace`,
    summary: `Replaces one ${declared.name}: fields that are not given become empty.`,
    kind: 'write',
    permission: `${declared.area}:write`,
    route: { method: 'PUT', path: `${pathOf(declared)}/:id` },
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: inputOf<{ id: string }>({
      ...objectInput(declared),
      id: idSchema(declared.name),
      ...inputShape(declared.fields.values(), 'create'),
      ...customFields(declared),
    }),
    problems: ['version_changed'],
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const { id, ...given } = valuesGiven(declared, input as Values & { id: string });
      await refuseUnseen(context, object, [id]);
      const checked = await checkedValues(context, object, given, { id, whole: true });
      const empty: Values = {};
      const { narrowed, custom } = await seenBy(context, object);
      for (const field of [...object.fields.values(), ...custom.values()])
        if (!field.readOnly && !narrowed.has(field.name)) empty[field.name] = emptyOf(field);
      const set = { ...empty, ...checked };
      await updateRecords(context, object, [{ id, set, expectedVersion: context.expectedVersion }]);
      return answerSoon(context, object, id);
    },
  });
}

function emptyOf({ type, initial, custom }: Field): unknown {
  if (initial !== undefined) return initial;
  if (custom) return null;
  return type === 'tags' ? [] : type === 'boolean' ? false : null;
}

/** `contacts.delete`: it can be restored. */
export function deleteOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.delete`,
    summary: `Deletes one ${declared.name}; it can be restored.`,
    kind: 'write',
    permission: `${declared.area}:delete`,
    route: { method: 'DELETE', path: `${pathOf(declared)}/:id`, status: 204 },
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: z.strictObject({ ...objectInput(declared), id: idSchema(declared.name) }),
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const { id } = input;
      await refuseUnseen(context, object, [id]);
      await updateRecords(context, object, [
        { id, set: { deletedAt: context.now.toISOString() }, expectedVersion: context.expectedVersion },
      ]);
      return null;
    },
  });
}

/** `contacts.restore` */
export function restoreOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.restore`,
    summary: `Brings back one deleted ${declared.name}.`,
    kind: 'write',
    permission: `${declared.area}:delete`,
    route: { method: 'POST', path: `${pathOf(declared)}/:id/restore` },
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: z.strictObject({ ...objectInput(declared), id: idSchema(declared.name) }),
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const { id } = input;
      await refuseUnseen(context, object, [id]);
      const winnerId = (await mergedInto(context.sql, [id])).get(id);
      if (winnerId) throw wasMerged(object, id, winnerId);
      const restored = { id, set: { deletedAt: null }, expectedVersion: context.expectedVersion };
      await updateRecords(context, object, [restored], { deletedToo: true });
      return answerSoon(context, object, id);
    },
  });
}

const mostAtOnce = 5000;

function selectionOf(object: ObjectType) {
  return {
    ids: z
      .array(idSchema(object.name))
      .min(1)
      .max(mostAtOnce)
      .optional()
      .meta({ description: `The ${object.plural}, 5,000 at most; or say which by q and filter.` }),
    ...selectionInput,
  };
}

async function selected(
  context: Context,
  object: ObjectType,
  input: { ids?: string[] | undefined; q?: string | undefined; filter?: unknown },
): Promise<string[]> {
  if (input.ids) {
    await refuseUnseen(context, object, input.ids);
    return [...new Set(input.ids)];
  }
  if (input.filter === undefined && !input.q)
    throw new Problem('validation_failed', { detail: `Say which ${object.plural}: give ids, or a filter, or q.` });
  const ids = await listIds(context, object, input, mostAtOnce + 1);
  if (ids.length > mostAtOnce)
    throw new Problem('too_large', {
      detail: `This would touch more than ${mostAtOnce} ${object.plural} at once. Narrow the filter and repeat.`,
    });
  return ids;
}

/** `contacts.bulkUpdate` */
export function bulkUpdateOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.bulkUpdate`,
    summary: `Changes the same fields of many ${declared.plural} in one change set.`,
    kind: 'write',
    permission: `${declared.area}:write`,
    route: { method: 'POST', path: `${pathOf(declared)}/bulk-update` },
    input: z.strictObject({
      ...objectInput(declared),
      ...selectionOf(declared),
      set: inputOf({ ...inputShape(declared.fields.values(), 'update'), ...customFields(declared) }),
    }),
    problems: ['too_large'],
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const set = await checkedValues(context, object, input.set as Values);
      if (Object.keys(set).length === 0)
        throw new Problem('validation_failed', { detail: 'Give at least one field to set.' });
      const ids = await selected(context, object, input);
      const written = await updateRecords(
        context,
        object,
        ids.map((id) => ({ id, set })),
        { skipMissing: input.ids === undefined },
      );
      return { changeSetId: publicId('cs', context.changeSetId), selected: ids.length, updated: written.length };
    },
  });
}

/** `contacts.bulkDelete` */
export function bulkDeleteOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.bulkDelete`,
    summary: `Deletes many ${declared.plural} in one change set; it can be undone.`,
    kind: 'write',
    permission: `${declared.area}:delete`,
    route: { method: 'POST', path: `${pathOf(declared)}/bulk-delete` },
    input: z.strictObject({ ...objectInput(declared), ...selectionOf(declared) }),
    problems: ['too_large'],
    async run(context, input) {
      const object = await objectMeant(context, declared, input);
      const ids = await selected(context, object, input);
      const set = { deletedAt: context.now.toISOString() };
      const written = await updateRecords(
        context,
        object,
        ids.map((id) => ({ id, set })),
        { skipMissing: input.ids === undefined },
      );
      return { changeSetId: publicId('cs', context.changeSetId), selected: ids.length, deleted: written.length };
    },
  });
}
