import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { type Field, idSchema, inputShape, type ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { checkedValues } from './checked-values.ts';
import { createRecords } from './create.ts';
import { customFieldsOf } from './custom-fields.ts';
import { selectionInput } from './inputs.ts';
import { listIds } from './lists/list.ts';
import { getRecord } from './read.ts';
import { updateRecords } from './update.ts';

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

/** `contacts.create` */
export function createOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.create`,
    summary: `Creates a new ${object.name}.`,
    kind: 'write',
    permission: `${object.plural}:write`,
    route: { method: 'POST', path: `/${object.path}`, status: 201 },
    tool: true,
    input: inputOf({ ...inputShape(object.fields.values(), 'create'), ...customFields(object) }),
    problems: ['already_known'],
    async run(context, input) {
      const set = await checkedValues(context, object, input as Values, { whole: true });
      const [written] = await createRecords(context, object, [set]);
      return getRecord(context, object, written?.id ?? '');
    },
  });
}

/** `contacts.update`: only the fields that are given change; null empties one. */
export function updateOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.update`,
    summary: `Changes some fields of one ${object.name}.`,
    kind: 'write',
    permission: `${object.plural}:write`,
    route: { method: 'PATCH', path: `/${object.path}/:id` },
    tool: true,
    positional: ['id'],
    subject: object.name,
    input: inputOf<{ id: string }>({
      id: idSchema(object.name),
      ...inputShape(object.fields.values(), 'update'),
      ...customFields(object),
    }),
    problems: ['version_changed'],
    async run(context, input) {
      const { id, ...given } = input as Values & { id: string };
      const set = await checkedValues(context, object, given, { id });
      await updateRecords(context, object, [{ id, set, expectedVersion: context.expectedVersion }]);
      return getRecord(context, object, id);
    },
  });
}

/** `contacts.replace`: every field that can be written gets the given value, or becomes empty. */
export function replaceOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.replace`,
    summary: `Replaces one ${object.name}: fields that are not given become empty.`,
    kind: 'write',
    permission: `${object.plural}:write`,
    route: { method: 'PUT', path: `/${object.path}/:id` },
    positional: ['id'],
    subject: object.name,
    input: inputOf<{ id: string }>({
      id: idSchema(object.name),
      ...inputShape(object.fields.values(), 'create'),
      ...customFields(object),
    }),
    problems: ['version_changed'],
    async run(context, input) {
      const { id, ...given } = input as Values & { id: string };
      const checked = await checkedValues(context, object, given, { id, whole: true });
      const empty: Values = {};
      for (const field of [...object.fields.values(), ...(await customFieldsOf(context, object)).values()])
        if (!field.readOnly) empty[field.name] = emptyOf(field);
      const set = { ...empty, ...checked };
      await updateRecords(context, object, [{ id, set, expectedVersion: context.expectedVersion }]);
      return getRecord(context, object, id);
    },
  });
}

function emptyOf({ type, initial, custom }: Field): unknown {
  if (initial !== undefined) return initial;
  if (custom) return null;
  return type === 'tags' ? [] : type === 'boolean' ? false : null;
}

/** `contacts.delete`: it can be restored. */
export function deleteOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.delete`,
    summary: `Deletes one ${object.name}; it can be restored.`,
    kind: 'write',
    permission: `${object.plural}:delete`,
    route: { method: 'DELETE', path: `/${object.path}/:id`, status: 204 },
    positional: ['id'],
    subject: object.name,
    input: z.strictObject({ id: idSchema(object.name) }),
    async run(context, { id }) {
      await updateRecords(context, object, [
        { id, set: { deletedAt: context.now.toISOString() }, expectedVersion: context.expectedVersion },
      ]);
      return null;
    },
  });
}

/** `contacts.restore` */
export function restoreOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.restore`,
    summary: `Brings back one deleted ${object.name}.`,
    kind: 'write',
    permission: `${object.plural}:delete`,
    route: { method: 'POST', path: `/${object.path}/:id/restore` },
    positional: ['id'],
    subject: object.name,
    input: z.strictObject({ id: idSchema(object.name) }),
    async run(context, { id }) {
      const restored = { id, set: { deletedAt: null }, expectedVersion: context.expectedVersion };
      await updateRecords(context, object, [restored], { deletedToo: true });
      return getRecord(context, object, id);
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
  if (input.ids) return [...new Set(input.ids)];
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
export function bulkUpdateOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.bulkUpdate`,
    summary: `Changes the same fields of many ${object.plural} in one change set.`,
    kind: 'write',
    permission: `${object.plural}:write`,
    route: { method: 'POST', path: `/${object.path}/bulk-update` },
    input: z.strictObject({
      ...selectionOf(object),
      set: inputOf({ ...inputShape(object.fields.values(), 'update'), ...customFields(object) }),
    }),
    problems: ['too_large'],
    async run(context, input) {
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
export function bulkDeleteOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.bulkDelete`,
    summary: `Deletes many ${object.plural} in one change set; it can be undone.`,
    kind: 'write',
    permission: `${object.plural}:delete`,
    route: { method: 'POST', path: `/${object.path}/bulk-delete` },
    input: z.strictObject(selectionOf(object)),
    problems: ['too_large'],
    async run(context, input) {
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
