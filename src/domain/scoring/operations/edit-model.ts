import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord, updateRecords } from '#platform/records';
import { scoringModel } from '../fields.ts';
import { modelNamed, refuseInUse } from '../models.ts';
import { scoringModelSchema } from '../rules/model.ts';
import { holdModels } from '../store/models.ts';

export const editModel = defineOperation({
  name: 'scoringModels.update',
  summary: 'Changes a scoring model that is not in use, or the name of any.',
  kind: 'write',
  permission: 'scoringModels:write',
  route: { method: 'PATCH', path: '/scoring/models/:id' },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({
    id: idSchema('scoringModel'),
    name: z.string().trim().min(1).max(255).optional(),
    description: z.string().max(2000).optional(),
    config: scoringModelSchema
      .optional()
      .meta({ description: 'The model; a section that is left out is the shipped one.' }),
  }),
  problems: ['version_changed', 'already_known'],
  async run(context, { id, ...given }) {
    await holdModels(context.tx);
    const model = await modelNamed(context, id);
    if (given.config) refuseInUse(model);
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    await updateRecords(context, scoringModel, [{ id, set, expectedVersion: context.expectedVersion }]);
    return getRecord(context, scoringModel, id);
  },
});
