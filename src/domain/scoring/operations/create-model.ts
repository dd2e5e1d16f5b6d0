import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord } from '#platform/records';
import { scoringModel } from '../fields.ts';
import { addModel, modelNamed } from '../models.ts';
import { scoringModelSchema } from '../rules/model.ts';
import { activeModel, holdModels } from '../store/models.ts';

export const createModel = defineOperation({
  name: 'scoringModels.create',
  summary: 'Makes a new scoring model that is not in use: a copy of the one in use, or of another.',
  kind: 'write',
  permission: 'scoringModels:write',
  route: { method: 'POST', path: '/scoring/models', status: 201 },
  input: z.strictObject({
    name: z.string().trim().min(1).max(255),
    description: z.string().max(2000).optional(),
    from: idSchema('scoringModel').optional().meta({ description: 'The model to copy; the one in use unless told.' }),
    config: scoringModelSchema.optional().meta({ description: 'The model itself, instead of a copy.' }),
  }),
  problems: ['already_known'],
  async run(context, { name, description = '', from, config }) {
    await holdModels(context.tx);
    const model = config ?? (from ? await modelNamed(context, from) : await activeModel(context)).model;
    return getRecord(context, scoringModel, await addModel(context, { name, description, config: model }));
  },
});
