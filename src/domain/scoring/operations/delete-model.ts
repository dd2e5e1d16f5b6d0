import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { updateRecords } from '#platform/records';
import { scoringModel } from '../fields.ts';
import { modelNamed } from '../models.ts';
import { holdModels } from '../store/models.ts';

export const deleteModel = defineOperation({
  name: 'scoringModels.delete',
  summary: 'Deletes a scoring model that is not in use; it can be restored.',
  kind: 'write',
  permission: 'scoringModels:delete',
  route: { method: 'DELETE', path: '/scoring/models/:id', status: 204 },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({ id: idSchema('scoringModel') }),
  async run(context, { id }) {
    await holdModels(context.tx);
    const { active } = await modelNamed(context, id);
    if (active)
      throw new Problem('conflict', { detail: 'Scores are made by this model. Put another one into use first.' });
    const deletedAt = context.now.toISOString();
    await updateRecords(context, scoringModel, [{ id, set: { deletedAt }, expectedVersion: context.expectedVersion }]);
    return null;
  },
});
