import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { activeModel } from '../store/models.ts';

export const getModel = defineOperation({
  name: 'scoring.model.get',
  summary: 'Gets the scoring model: weights, tiers, grades and the points of every factor.',
  kind: 'read',
  permission: 'scoring:read',
  route: { method: 'GET', path: '/scoring/model' },
  input: z.strictObject({}),
  output: z.looseObject({}),
  async run(context) {
    const { model, version } = await activeModel(context);
    return new RecordAnswer(JSON.stringify(model), version);
  },
});
