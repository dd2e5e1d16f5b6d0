import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord } from '#platform/records';
import { scoringModel } from '../fields.ts';
import { modelNamed, writeConfig } from '../models.ts';
import { versionsOf } from '../store/model-versions.ts';
import { holdModels } from '../store/models.ts';

export const rollBackModel = defineOperation({
  name: 'scoringModels.rollBack',
  summary:
    'Makes a scoring model what it was in an earlier version, as a new version; where it is in use, all are scored by it.',
  kind: 'write',
  permission: 'scoringModels:write',
  route: { method: 'POST', path: '/scoring/models/:id/rollback' },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({
    id: idSchema('scoringModel'),
    version: z.number().int().min(0).meta({ description: 'One of scoringModels.versions.' }),
  }),
  problems: ['version_changed'],
  answers: scoringModel.name,
  async run(context, { id, version }) {
    await holdModels(context.tx);
    const { name } = await modelNamed(context, id);
    const versions = await versionsOf(context.tx, id);
    const earlier = versions.find((one) => one.version === version);
    if (!earlier)
      throw new Problem('not_found', {
        detail: `“${name}” has no version ${version}. It has ${versions.map((one) => one.version).join(', ')}.`,
      });
    await writeConfig(context, id, earlier.model, context.expectedVersion);
    return getRecord(context, scoringModel, id);
  },
});
