import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { tagInput } from '../inputs.ts';
import { replacedAnswer, replaceTags } from '../replace-tags.ts';

export const deleteTags = defineOperation({
  name: 'tags.delete',
  summary: 'Takes tags from all records that bear them, in one change set.',
  kind: 'write',
  permission: 'tags:write',
  route: { method: 'POST', path: '/tags/delete' },
  input: z.strictObject({ tags: z.array(tagInput).min(1).max(100) }),
  output: replacedAnswer,
  run: (context, { tags }) => replaceTags(context, tags, null),
});
