import '../events.ts';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { competitor, deal, stakeholder } from '#domain/records/deals';
import { lead } from '#domain/records/leads';
import { lineItem, product } from '#domain/records/products';
import { task } from '#domain/records/tasks';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { Field, ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { currentValues, purgeRecords, type Referrers, referrersOf, updateRecords } from '#platform/records';
import { type DemoChunk, deleteChunk, lastChunk } from '../store/demo-chunks.ts';
import { deleteDemo, lockDemo } from '../store/demos.ts';

const objects = { account, contact, activity, lead, deal, product, task };
/** What is a part of a deal, and of a contact's standing in it, goes with them. */
const parts = new Set([
  `${stakeholder.name}.dealId`,
  `${stakeholder.name}.contactId`,
  `${competitor.name}.dealId`,
  `${lineItem.name}.dealId`,
]);
/** Records that hang on one chunk and are seen to in one transaction. */
const mostAtOnce = 2000;

export const removeChunk = defineOperation({
  name: 'demo.removeChunk',
  summary: 'Takes the next records of the demo away for good.',
  kind: 'write',
  permission: 'demo:write',
  input: z.strictObject({}),
  async run(context) {
    const demo = await lockDemo(context.tx);
    if (demo?.status !== 'removing') return { more: false };
    const chunk = await lastChunk(context.tx, demo.id);
    if (!chunk) {
      deleteDemo(context.tx, demo.id);
      context.emit({ type: 'demo.removed' });
      return { more: false };
    }
    context.unfinished();
    if (await setFree(context, chunk)) {
      await purgeRecords(context, objects[chunk.object], chunk.recordIds);
      deleteChunk(context.tx, demo.id, chunk);
    }
    return { more: true };
  },
});

/** Sees to the records that hang on a chunk; answers whether none is left. */
async function setFree(context: Context, { object, recordIds }: DemoChunk): Promise<boolean> {
  const own = new Set(recordIds);
  let free = true;
  for (const referrers of await referrersOf(context, objects[object], recordIds, mostAtOnce)) {
    if (referrers.ids.length === mostAtOnce) free = false;
    const others = referrers.ids.filter((id) => referrers.object.name !== object || !own.has(id));
    await letGo(
      context,
      { ...referrers, ids: others },
      recordIds.map((id) => publicId(objects[object].prefix, id)),
    );
  }
  return free;
}

/** What people made themselves stays, without the link; what was logged with nobody but the demo goes with it. */
async function letGo(context: Context, { object, field, ids }: Referrers, gone: readonly string[]): Promise<void> {
  if (parts.has(`${object.name}.${field.name}`)) {
    await purgeRecords(context, object, ids);
    return;
  }
  const lost = object.name === activity.name ? await standingAlone(context, field.name, ids) : new Set<string>();
  await purgeRecords(context, activity, [...lost]);
  const staying = ids.filter((id) => !lost.has(id));
  await unlink(context, object, field, staying, new Set(gone));
}

/** Activities that would stand with nobody without this field. */
async function standingAlone(context: Context, field: string, ids: readonly string[]): Promise<Set<string>> {
  if (field === 'contactId') return new Set(ids);
  const stored = await currentValues(context, activity, ids);
  return new Set(ids.filter((id) => !stored.get(id)?.contactId));
}

/** Of a list of links only those to what goes are taken away. */
async function unlink(
  context: Context,
  object: ObjectType,
  field: Field,
  ids: readonly string[],
  gone: ReadonlySet<string>,
): Promise<void> {
  const stored = field.type === 'references' ? await currentValues(context, object, ids) : new Map<string, Values>();
  const updates = ids.map((id) => {
    const links = stored.get(id)?.[field.name];
    const left = Array.isArray(links) ? links.filter((link) => !gone.has(String(link))) : [];
    return { id, set: { [field.name]: left.length > 0 ? left : null } };
  });
  await updateRecords(context, object, updates, { deletedToo: true, skipMissing: true });
}
