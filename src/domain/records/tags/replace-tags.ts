import { z } from 'zod';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { replaceTagsJob } from './jobs/replace-tags.ts';
import { replaceNext } from './replace-next.ts';
import { countWithTags, taggedKinds } from './store/tags.ts';

const mostAtOnce = 2000;

/** What `replaceTags` answers. */
export const replacedAnswer = z.object({
  changeSetId: z.string().meta({ description: 'Give it to changes.undo to take everything back.' }),
  status: z.enum(['done', 'running']),
  records: z.number().int().optional().meta({ description: 'How many records changed, once it is done.' }),
});

/**
 * Replaces tags on all records of all kinds, in one change set: up to 2,000 records at once, more behind the answer. `to` null takes them
 * away. Errors: `not_allowed` when the actor may not write one of the kinds.
 */
export async function replaceTags(context: Context, from: readonly string[], to: string | null) {
  await refuseWithoutWriting(context);
  const gone = [...new Set(from)].filter((tag) => tag !== to);
  const records = await countWithTags(context.sql, gone, mostAtOnce + 1);
  const changeSetId = publicId('cs', context.changeSetId);
  context.emit({ type: 'records.tags.changed', data: { from: gone, to } });
  if (records > mostAtOnce) {
    context.unfinished();
    addJob(context.tx, context, replaceTagsJob, { from: gone, to, changeSetId: context.changeSetId });
    return { changeSetId, status: 'running' as const };
  }
  for (let more = true; more; ) more = await replaceNext(context, gone, to);
  return { changeSetId, status: 'done' as const, records };
}

/** Tags reach over all kinds, and so must who changes them. */
async function refuseWithoutWriting(context: Context): Promise<void> {
  const kinds = await taggedKinds(context);
  const closed = kinds.find((object) => !may(context.actor, `${object.area}:write`));
  if (!closed) return;
  throw new Problem('not_allowed', {
    detail: `Changing a tag changes ${closed.plural} as well, which needs the permission ${closed.area}:write. An administrator can grant it.`,
  });
}
