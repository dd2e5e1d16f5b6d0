import { z } from 'zod';
import { Problem } from '#platform/errors';
import { anyIdSchema, objectNamed, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { mergeAnswer, presentMerges, refuseWithout } from '../answers.ts';
import { mergeable } from '../mergeable.ts';
import { listMerges as storedMerges } from '../store/merges.ts';
import { mergeId } from './get-merge.ts';

export const listMerges = defineOperation({
  name: 'merges.list',
  summary: 'Lists merges, newest first: those of one record, or all; those that were taken back among them.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/merges' },
  tool: true,
  input: z.strictObject({
    object: z
      .enum(mergeable.map(({ name }) => name))
      .default('contact')
      .meta({ description: 'The kind of record.' }),
    recordId: anyIdSchema().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: mergeId.optional().meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({ data: z.array(mergeAnswer), page: z.object({ next: z.string().optional() }) }),
  async run(context, { object, recordId, limit, cursor }) {
    const ref = recordId ? recordRef(recordId) : undefined;
    if (ref && !mergeable.some(({ name }) => name === ref.object.name))
      throw new Problem('validation_failed', {
        detail: `Records of the kind ${ref.object.name} are not merged.`,
        mistakes: [{ path: 'recordId', message: 'is of a kind that is not merged' }],
      });
    refuseWithout(context, ref?.object ?? objectNamed(object), 'read');
    const found = await storedMerges(context.sql, {
      object: ref?.object.name ?? object,
      recordId: ref?.id,
      before: cursor,
      most: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return { data: await presentMerges(context, shown), page: last ? { next: publicId('mg', last.id) } : {} };
  },
});
