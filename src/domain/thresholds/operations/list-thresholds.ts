import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { shownThreshold, thresholdOutput } from '../shown.ts';
import { allThresholds } from '../store/thresholds.ts';

export const listThresholds = defineOperation({
  name: 'thresholds.list',
  summary: 'Lists the lines that figures may not cross, what each figure was last, and since when it is crossed.',
  kind: 'read',
  permission: 'thresholds:read',
  route: { method: 'GET', path: '/thresholds' },
  input: z.strictObject({}),
  output: z.object({ data: z.array(thresholdOutput) }),
  async run(context) {
    return { data: (await allThresholds(context.sql)).map(shownThreshold) };
  },
});
