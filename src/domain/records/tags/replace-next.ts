import type { Context } from '#platform/context';
import { updateRecords } from '#platform/records';
import { replacedTags } from './rules/replaced-tags.ts';
import { recordsWithTags, taggedKinds } from './store/tags.ts';

const chunkSize = 1000;

/**
 * Replaces tags on the next thousand records of one kind; answers whether there were any. Those that are left still bear one of the tags, so
 * that a killed run goes on where it stood.
 */
export async function replaceNext(context: Context, from: readonly string[], to: string | null): Promise<boolean> {
  const gone = new Set(from);
  for (const object of await taggedKinds(context)) {
    const found = await recordsWithTags(context.tx, object, from, chunkSize);
    if (found.length === 0) continue;
    const updates = found.map(({ id, tags }) => ({ id, set: { tags: replacedTags(tags, gone, to) } }));
    await updateRecords(context, object, updates, { deletedToo: true, skipMissing: true });
    return true;
  }
  return false;
}
