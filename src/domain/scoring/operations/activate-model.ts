import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord } from '#platform/records';
import { scoringModel } from '../fields.ts';
import { modelNamed, putIntoUse } from '../models.ts';

export const activateModel = defineOperation({
  name: 'scoringModels.activate',
  summary: 'Puts a scoring model into use: all contacts are scored by it, in the background.',
  kind: 'write',
  permission: 'scoringModels:write',
  route: { method: 'POST', path: '/scoring/models/:id/activate' },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({ id: idSchema('scoringModel') }),
  problems: ['version_changed'],
  answers: scoringModel.name,
  async run(context, { id }) {
    await modelNamed(context, id);
    await putIntoUse(context, id);
    return getRecord(context, scoringModel, id);
  },
});
