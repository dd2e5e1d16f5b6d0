import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { currentValues } from '#platform/records';
import { deal } from '../fields.ts';
import { hoursBetween } from '../rules/steps.ts';
import { stepsOfDeal } from '../store/stage-history.ts';

const step = z.object({
  fromStageId: z.string().nullable(),
  toStageId: z.string(),
  fromStage: z.string().nullable(),
  toStage: z.string(),
  changedAt: z.string(),
  changedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  triggeredBy: z.string(),
  timeInStageHours: z.number().nullable(),
});

export const stageHistory = defineOperation({
  name: 'deals.stageHistory',
  summary: 'Gets the way of a deal through the stages, oldest first, with the hours that it spent in each.',
  kind: 'read',
  permission: 'deals:read',
  route: { method: 'GET', path: '/deals/:id/stage-history' },
  positional: ['id'],
  subject: 'deal',
  input: z.strictObject({ id: idSchema('deal') }),
  output: z.object({
    data: z.array(step),
    current: z.object({ stage: z.string(), since: z.string(), hours: z.number() }),
  }),
  async run(context, { id }) {
    const [values, data] = await Promise.all([currentValues(context, deal, [id]), stepsOfDeal(context.sql, id)]);
    const now = values.get(id);
    if (!now || now.deletedAt) throw missing('deal', id);
    const since = String(now.stageSince);
    const until = String(now.closedAt ?? context.now.toISOString());
    return { data, current: { stage: String(now.stage), since, hours: hoursBetween(since, until) } };
  },
});
