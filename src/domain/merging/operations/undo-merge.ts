import { z } from 'zod';
import { Problem } from '#platform/errors';
import { recordRef } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { mergeAnswer, presentMerges } from '../answers.ts';
import { unmergeRecords } from '../unmerge-records.ts';
import { mergeId } from './get-merge.ts';

export const undoMerge = defineOperation({
  name: 'merges.undo',
  summary:
    'Makes several records again of what a merge made one, at any later time: as if it had not been, with what was edited and logged since.',
  kind: 'write',
  permission: 'changes:undo',
  route: { method: 'POST', path: '/merges/:id/undo' },
  tool: true,
  positional: ['id'],
  input: z.strictObject({
    id: mergeId,
    answers: z.record(z.string().max(400), z.string().max(100)).optional().meta({
      description: 'Answers to the questions that were asked: the id of a record, by the key of the question.',
    }),
  }),
  output: mergeAnswer,
  problems: ['conflict', 'decision_needed'],
  async run(context, { id, answers = {} }) {
    const decided = new Map(Object.entries(answers).map(([key, record]) => [key, answered(key, record)]));
    const merge = await unmergeRecords(context, id, decided);
    return (await presentMerges(context, [merge]))[0] as z.output<typeof mergeAnswer>;
  },
});

function answered(key: string, record: string): string {
  const ref = recordRef(record);
  if (ref) return ref.id;
  const message = 'must be the id of a record, as ct_…';
  throw new Problem('validation_failed', {
    detail: `answers.${key}: ${message}`,
    mistakes: [{ path: `answers.${key}`, message }],
  });
}
