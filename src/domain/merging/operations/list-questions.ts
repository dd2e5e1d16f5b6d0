import { z } from 'zod';
import { beyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { refuseWithout } from '../answers.ts';
import { presentQuestions, questionsAnswer } from '../decisions.ts';
import { mergeById } from '../store/merges.ts';
import { whoseIsWhat } from '../whose-is-what.ts';
import { mergeId } from './get-merge.ts';

export const listQuestions = defineOperation({
  name: 'merges.questions',
  summary:
    'Lists what somebody has to decide before a merge is undone: what came while records were one and may belong to several.',
  kind: 'read',
  permission: 'changes:undo',
  route: { method: 'GET', path: '/merges/:id/questions' },
  positional: ['id'],
  input: z.strictObject({ id: mergeId }),
  output: z.object({ data: questionsAnswer }),
  problems: ['conflict'],
  async run(context, { id }) {
    const merge = await mergeById(context.sql, id);
    if (!merge)
      throw new Problem('not_found', { detail: `There is no merge ${publicId('mg', id)} in this workspace.` });
    const object = objectNamed(merge.object);
    refuseWithout(context, object, 'write');
    if (merge.status === 'unmerging' || merge.status === 'unmerged')
      throw new Problem('conflict', { detail: `The merge ${publicId('mg', id)} was taken back already.` });
    const { questions } = await beyondReach(() => whoseIsWhat(context, object, merge, new Map()));
    return { data: await presentQuestions(context, object, questions) };
  },
});
