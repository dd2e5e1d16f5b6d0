import { z } from 'zod';
import { allStages } from '#domain/records/pipelines';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema, inputShape } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { answerSoon, checkedValues, currentValues, updateRecords } from '#platform/records';
import { deal } from '../fields.ts';
import { stageNamed } from '../rules/complete-deal.ts';

const set = inputShape(deal.fields.values(), 'update') as Record<string, z.ZodType<unknown, unknown>>;

export const changeStage = defineOperation({
  name: 'deals.changeStage',
  summary: 'Brings a deal to another stage of its pipeline, with what that stage needs; lost asks for the reason.',
  kind: 'write',
  permission: 'deals:write',
  route: { method: 'PUT', path: '/deals/:id/stage' },
  positional: ['id', 'stage'],
  subject: 'deal',
  answers: 'deal',
  tool: true,
  input: z.strictObject({
    id: idSchema('deal'),
    stageId: idSchema('stage').optional(),
    stage: z.string().max(100).optional().meta({ description: 'Its name, or won or lost, instead of the id.' }),
    lostReason: z.string().max(255).nullish().meta({ description: 'Why the deal is lost.' }),
    values: z
      .strictObject(set)
      .optional()
      .meta({ description: 'Values that are written with it, as the stage needs them.' }),
  }),
  problems: ['stage_requires', 'version_changed'],
  async run(context, { id, stageId, stage, lostReason, values }) {
    if ((stageId === undefined) === (stage === undefined))
      throw new Problem('validation_failed', {
        detail: 'Say which stage: give stageId, or stage with its name.',
        mistakes: [{ path: 'stageId', message: 'give it, or stage' }],
      });
    const given = await checkedValues(context, deal, (values ?? {}) as Values, { id });
    const wanted = stageId ?? (await idOfStage(context, id, stage ?? ''));
    const reason = lostReason === undefined ? {} : { lostReason };
    await updateRecords(context, deal, [
      { id, set: { ...given, ...reason, stageId: wanted }, expectedVersion: context.expectedVersion },
    ]);
    return answerSoon(context, deal, id);
  },
});

async function idOfStage(context: Context, dealId: string, name: string): Promise<string> {
  const [deals, stages] = await Promise.all([currentValues(context, deal, [dealId]), allStages(context.sql)]);
  const values = deals.get(dealId);
  if (!values) throw missing('deal', dealId);
  return stageNamed(
    stages.filter((one) => one.pipelineId === values.pipelineId && !one.gone),
    name,
  ).id;
}
