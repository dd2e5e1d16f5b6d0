import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { tagInput } from '../inputs.ts';
import { replacedAnswer, replaceTags } from '../replace-tags.ts';

export const mergeTags = defineOperation({
  name: 'tags.merge',
  summary: 'Makes several tags one on all records that bear them, in one change set.',
  kind: 'write',
  permission: 'tags:write',
  route: { method: 'POST', path: '/tags/merge' },
  input: z.strictObject({ tags: z.array(tagInput).min(1).max(100), into: tagInput }),
  output: replacedAnswer,
  run: (context, { tags, into }) => replaceTags(context, tags, into),
});
