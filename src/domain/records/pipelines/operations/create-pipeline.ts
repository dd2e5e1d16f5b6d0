import { z } from 'zod';
import { inputShape } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { createRecords, getRecord } from '#platform/records';
import { pipeline } from '../fields.ts';
import { shippedLossReasons, shippedStages } from '../rules/stages.ts';
import { stagesInput, stagesOf } from '../stage-list.ts';

const shape = inputShape(pipeline.fields.values(), 'create') as Record<string, z.ZodType<unknown, unknown>>;

export const createPipeline = defineOperation({
  name: 'pipelines.create',
  summary: 'Creates a pipeline with its stages; without any it gets the usual ones.',
  kind: 'write',
  permission: 'pipelines:write',
  route: { method: 'POST', path: '/pipelines', status: 201 },
  input: z.strictObject({ ...shape, stages: stagesInput.optional() }),
  problems: ['conflict'],
  async run(context, { stages, ...given }) {
    const set = {
      lossReasons: [...shippedLossReasons],
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      stages: await stagesOf(context, stages ?? shippedStages),
    };
    const [written] = await createRecords(context, pipeline, [set]);
    return getRecord(context, pipeline, written?.id ?? '');
  },
});
