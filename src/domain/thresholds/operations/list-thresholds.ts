import { z } from 'zod';
import { objectNamed } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { mayReadFields } from '#platform/records';
import { shownThreshold, thresholdOutput } from '../shown.ts';
import { allThresholds } from '../store/thresholds.ts';

/** Figures that are sums of amounts: for those who may read amounts. */
const sums = new Set(['open_amount', 'weighted_amount']);

export const listThresholds = defineOperation({
  name: 'thresholds.list',
  summary: 'Lists the lines that figures may not cross, what each figure was last, and since when it is crossed.',
  kind: 'read',
  permission: 'thresholds:read',
  route: { method: 'GET', path: '/thresholds' },
  input: z.strictObject({}),
  output: z.object({ data: z.array(thresholdOutput) }),
  async run(context) {
    const readsAmounts = await mayReadFields(context, objectNamed('deal'), ['baseAmount', 'probability']);
    const lines = (await allThresholds(context.sql)).map(shownThreshold);
    return { data: lines.map((one) => (readsAmounts || !sums.has(one.measure) ? one : { ...one, value: null })) };
  },
});
