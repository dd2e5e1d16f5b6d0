import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { previewModel } from '../jobs/preview-model.ts';
import { modelNamed } from '../models.ts';
import { beginPreview } from '../store/previews.ts';

export const startPreview = defineOperation({
  name: 'scoringModels.startPreview',
  summary: 'Begins to find out whose score and tier a scoring model would change; nothing is changed.',
  kind: 'write',
  permission: 'scoringModels:write',
  route: { method: 'POST', path: '/scoring/models/:id/preview', status: 202 },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({ id: idSchema('scoringModel') }),
  output: z.object({ status: z.literal('running'), modelVersion: z.number().int() }),
  async run(context, { id }) {
    const { version } = await modelNamed(context, id);
    await beginPreview(context.tx, id, version, context.now);
    addJob(context.tx, context, previewModel, { modelId: id }, { queue: `preview:${id}` });
    return { status: 'running' as const, modelVersion: version };
  },
});
