import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { Field } from '#platform/fields';
import { addJob } from '#platform/jobs';
import {
  allCustomFields,
  catalogueChanges,
  customFieldsOf,
  defineKind,
  objectFor,
  type RecordDraft,
  updateRecords,
  type WrittenRecord,
} from '#platform/records';
import { completeDefinition, dependenciesOf, refuseBrokenFollowers } from './catalogue.ts';
import { checkDefinition, type Definition, fieldOfDefinition, wrongDefinition } from './definition.ts';
import { customField } from './fields.ts';
import { purgeField } from './jobs/purge-field.ts';
import { refreshField } from './jobs/refresh-field.ts';
import { followersOf, highestClass } from './rules/dependencies.ts';
import { fieldsInUse, lockFields, repeatedValues, takenName } from './store/definitions.ts';

/** Fields of one kind of record that a workspace may have. */
const mostFields = 500;
/** How long a deleted field keeps its values. */
const keptDays = 30;

/** What a definition may change in without anything else following from it. */
const harmless = new Set(['label', 'description', 'position', 'colors', 'required']);

/** Completes and checks a field whoever writes it: an administrator, or somebody who undoes what one has done. */
async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  lockFields(context.tx);
  catalogueChanges(context);
  for (const draft of drafts) {
    const definition = { ...blank, ...draft.before, ...draft.set } as unknown as Definition;
    if (draft.set.deletedAt) await refuseWhileUsed(context, definition);
    else await prepareOne(context, draft, definition);
  }
}

const blank = {
  description: '',
  options: [],
  colors: {},
  required: false,
  isUnique: false,
  defaultValue: null,
  rules: {},
  privacy: 'internal',
  target: null,
  currency: null,
  computed: null,
  position: 0,
};

async function prepareOne(context: Context, draft: RecordDraft, definition: Definition): Promise<void> {
  const { before, set } = draft;
  const appears = !before || (before.deletedAt !== null && set.deletedAt === null);
  if (appears) await refuseAppearance(context, draft.id, definition);
  const names = Object.keys(set).filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(set[name]));
  const complete = await completeDefinition(context, definition);
  checkDefinition(complete);
  for (const [name, value] of Object.entries(complete))
    if (name in blank || name === 'type') if (before || value !== null) set[name] = value;
  if (before && !names.every((name) => harmless.has(name))) await refuseForFollowers(context, complete);
  if (set.isUnique && !before?.isUnique && before) await refuseRepeated(context, draft.id, complete);
  if (needsRefresh(draft.before, { ...before, ...set })) draft.columns.working = true;
}

async function refuseAppearance(
  context: Context,
  id: string,
  { object: name, name: field }: Definition,
): Promise<void> {
  const object = await objectFor(context, name).catch((error) => {
    throw error instanceof Problem ? wrongDefinition('object', error.message) : error;
  });
  if (!object.extensible) throw wrongDefinition('object', `fields cannot be added to '${name}'`);
  const there = await takenName(context.tx, name, field, id);
  if (there)
    throw new Problem('conflict', {
      detail: there.deleted
        ? `There was a field '${field}' on ${name}, and its values are still kept: restore it, or choose another name.`
        : `There is a field '${field}' on ${name} already. Choose another name.`,
    });
  if ((await fieldsInUse(context.tx, name)) < mostFields) return;
  throw new Problem('too_large', {
    detail: `There are ${mostFields} fields on ${object.plural} already, and there may be no more. Delete one that is not used.`,
  });
}

const fullName = ({ object, name }: Definition) => `${object}.custom.${name}`;

async function followers(context: Context, definition: Definition): Promise<{ object: string; field: Field }[]> {
  const names = new Set(followersOf(await dependenciesOf(context), fullName(definition)));
  return [...(await allCustomFields(context))].flatMap(([object, fields]) =>
    [...fields.values()].filter((field) => names.has(`${object}.${field.name}`)).map((field) => ({ object, field })),
  );
}

async function refuseWhileUsed(context: Context, definition: Definition): Promise<void> {
  const [first] = await followers(context, definition);
  if (!first) return;
  throw new Problem('conflict', {
    detail: `${first.field.label} (${first.object}.${first.field.name}) follows from this field. Change or delete it first.`,
  });
}

async function refuseForFollowers(context: Context, definition: Definition): Promise<void> {
  const object = await objectFor(context, definition.object);
  const known = (await customFieldsOf(context, object)).get(`custom.${definition.name}`);
  const as = { ...known, ...fieldOfDefinition(definition) };
  await refuseBrokenFollowers(context, definition, await followers(context, definition), as);
}

async function refuseRepeated(context: Context, id: string, definition: Definition): Promise<void> {
  const repeated = await repeatedValues(context, await objectFor(context, definition.object), id);
  if (repeated.length === 0) return;
  const shown = repeated.map(({ value, count }) => `'${value.slice(0, 40)}' (${count})`).join(', ');
  throw new Problem('conflict', {
    detail: `Several records have the same value: ${shown}. Make them differ first.`,
    mistakes: [{ path: 'unique', message: 'values repeat' }],
  });
}

/** Whether what records hold has to be brought in step with a definition. */
function needsRefresh(before: Record<string, unknown> | undefined, after: Record<string, unknown>): boolean {
  if (after.deletedAt) return false;
  if (!before) return after.computed !== null && after.computed !== undefined;
  const moved = ['type', 'computed', 'currency', 'deletedAt'].some(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  return moved || (after.isUnique === true && !before.isUnique);
}

/** How long other processes may know the fields as they were. */
const knownForMs = 10_000;

async function afterWrite(context: Context, written: WrittenRecord[]): Promise<void> {
  catalogueChanges(context);
  for (const one of written) {
    const { id: fieldId, before, after, changed } = one;
    if (changed.has('deletedAt') && after.deletedAt) {
      const runAt = new Date(context.now.getTime() + keptDays * 86_400_000);
      addJob(context.tx, context, purgeField, { fieldId }, { key: `purge-field:${fieldId}`, runAt });
    }
    // A conversion brings the values in step when it has converted them.
    if (!needsRefresh(before, after) || (one.extra as { converting?: boolean } | undefined)?.converting) continue;
    addJob(
      context.tx,
      context,
      refreshField,
      { fieldId },
      { key: `refresh-field:${fieldId}`, queue: `field:${fieldId}` },
    );
    const runAt = new Date(context.now.getTime() + knownForMs);
    // What another process writes meanwhile without knowing of the change is caught by a second pass.
    addJob(context.tx, context, refreshField, { fieldId }, { key: `refresh-field-again:${fieldId}`, runAt });
  }
  await raisePrivacy(context, written);
}

/** What follows from a field is at least as sensitive as the field. */
async function raisePrivacy(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  for (const { before, after, changed } of written) {
    if (!before || !changed.has('privacy')) continue;
    const privacy = after.privacy as Definition['privacy'];
    const lower = (await followers(context, after as unknown as Definition)).filter(
      ({ field }) => highestClass([field.privacy, privacy]) !== field.privacy,
    );
    const updates = lower.map(({ field }) => ({ id: field.valuesId as string, set: { privacy } }));
    await updateRecords(context, customField, updates);
  }
}

defineKind({ object: customField, prepare, afterWrite });
