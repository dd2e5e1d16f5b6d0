import { z } from 'zod';
import { allStages } from '#domain/records/pipelines';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { answerSoon, currentValues, updateRecords } from '#platform/records';
import type { DealExtra } from '../extra.ts';
import { deal } from '../fields.ts';
import { mappedStage } from '../rules/map-stage.ts';

export const moveDeal = defineOperation({
  name: 'deals.move',
  summary: 'Moves a deal to another pipeline, with a mapping that says which stage each stage becomes.',
  kind: 'write',
  permission: 'deals:write',
  route: { method: 'POST', path: '/deals/:id/move' },
  positional: ['id'],
  subject: 'deal',
  answers: 'deal',
  input: z.strictObject({
    id: idSchema('deal'),
    pipelineId: idSchema('pipeline'),
    stages: z
      .record(z.string().max(100), z.string().max(100))
      .meta({ description: 'From stages of the old pipeline to stages of the new one, by id or by name.' }),
    lostReason: z
      .string()
      .max(255)
      .optional()
      .meta({ description: 'Why the deal is lost, where its new stage is a lost one.' }),
  }),
  problems: ['stage_requires', 'version_changed'],
  async run(context, { id, pipelineId, stages, lostReason }) {
    const [deals, known] = await Promise.all([currentValues(context, deal, [id], 'lock'), allStages(context.tx)]);
    const before = deals.get(id);
    if (!before || before.deletedAt) throw missing('deal', id);
    const there = known.filter((one) => one.pipelineId === pipelineId && !one.gone);
    if (there.length === 0) throw missing('pipeline', pipelineId);
    if (before.pipelineId === pipelineId)
      throw new Problem('validation_failed', {
        detail: 'The deal is in this pipeline already. Change its stage instead.',
        mistakes: [{ path: 'pipelineId', message: 'is the pipeline that the deal is in' }],
      });
    const from = known.filter((one) => one.pipelineId === before.pipelineId);
    const stage = mappedStage(stages, String(before.stageId), from, there);
    const extra: DealExtra = { moving: true };
    const set = { pipelineId, stageId: stage.id, ...(lostReason === undefined ? {} : { lostReason }) };
    await updateRecords(context, deal, [{ id, set, expectedVersion: context.expectedVersion, extra }]);
    return answerSoon(context, deal, id);
  },
});
