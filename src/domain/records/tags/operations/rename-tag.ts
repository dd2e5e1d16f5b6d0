import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { tagInput } from '../inputs.ts';
import { replacedAnswer, replaceTags } from '../replace-tags.ts';
import { countWithTags } from '../store/tags.ts';

export const renameTag = defineOperation({
  name: 'tags.rename',
  summary: 'Renames a tag on all records that bear it, in one change set.',
  kind: 'write',
  permission: 'tags:write',
  route: { method: 'POST', path: '/tags/rename' },
  input: z.strictObject({ tag: tagInput, to: tagInput }),
  problems: ['conflict'],
  output: replacedAnswer,
  async run(context, { tag, to }) {
    if ((await countWithTags(context.sql, [tag], 1)) === 0)
      throw new Problem('not_found', { detail: `No record bears this tag.` });
    if (tag !== to && (await countWithTags(context.sql, [to], 1)) > 0)
      throw new Problem('conflict', { detail: `There is a tag '${to}' already. Merge the two instead.` });
    return replaceTags(context, [tag], to);
  },
});
