import { z } from 'zod';
import { Problem } from '#platform/errors';
import { objectNamed } from '#platform/fields';
import { parseId, publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { mergeAnswer, presentMerges, refuseWithout } from '../answers.ts';
import { mergeById } from '../store/merges.ts';

/** The id of a merge. */
export const mergeId = z
  .string()
  .max(100)
  .transform((id) => parseId('mg', id))
  .meta({ description: 'The id of a merge.' });

export const getMerge = defineOperation({
  name: 'merges.get',
  summary: 'Gets a merge: what became one, and how far what refers to it has been moved.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/merges/:id' },
  positional: ['id'],
  input: z.strictObject({ id: mergeId }),
  output: mergeAnswer,
  async run(context, { id }) {
    const merge = await mergeById(context.sql, id);
    if (!merge)
      throw new Problem('not_found', { detail: `There is no merge ${publicId('mg', id)} in this workspace.` });
    refuseWithout(context, objectNamed(merge.object), 'read');
    return (await presentMerges(context, [merge]))[0] as z.output<typeof mergeAnswer>;
  },
});
