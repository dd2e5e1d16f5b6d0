import { z } from 'zod';
import { pipeline, stagesOf } from '#domain/records/pipelines';
import { defineOperation } from '#platform/operations';
import { createRecords, getRecord } from '#platform/records';

/** Makes a second pipeline: Talk, Offer, Yes, No. */
export const renewals = defineOperation({
  name: 'test.renewals',
  summary: 'Makes a second pipeline.',
  kind: 'write',
  permission: 'pipelines:write',
  input: z.strictObject({ name: z.string().default('Renewals') }),
  async run(context, { name }) {
    const drafts = [
      { name: 'Talk', rottingDays: 5 },
      { name: 'Offer' },
      { name: 'Yes', kind: 'won' as const },
      { name: 'No', kind: 'lost' as const },
    ];
    const set = { name, stages: await stagesOf(context, drafts), lossReasons: [] };
    const [written] = await createRecords(context, pipeline, [set]);
    return getRecord(context, pipeline, written?.id ?? '');
  },
});
