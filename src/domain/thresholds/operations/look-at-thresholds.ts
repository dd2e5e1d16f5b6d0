import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { thresholdExceeded, thresholdRecovered } from '../events.ts';
import { figuresOf } from '../figures.ts';
import { crosses } from '../rules/measures.ts';
import { scheduleLook } from '../schedule.ts';
import { allThresholds, storeLooks } from '../store/thresholds.ts';

export const lookAtThresholds = defineOperation({
  name: 'thresholds.look',
  summary: 'Looks at every figure that has a line, and tells of those that crossed it or came back, once each.',
  kind: 'write',
  reach: 'workspace',
  permission: 'thresholds:write',
  input: z.strictObject({}),
  output: z.object({ looked: z.number(), exceeded: z.number() }),
  async run(context) {
    const thresholds = await allThresholds(context.tx);
    if (thresholds.length === 0) return { looked: 0, exceeded: 0 };
    const figures = await figuresOf(context, thresholds);
    const looks = thresholds.map(({ id, side, limit }, index) => {
      const value = figures[index] ?? null;
      return { id, value, exceeded: crosses(value, side, limit) };
    });
    const changed = new Map((await storeLooks(context.tx, looks, context.now)).map((one) => [one.id, one.exceeded]));
    for (const [index, { id, name, measure, limit, side, pipelineId, handler }] of thresholds.entries()) {
      const exceeded = changed.get(id);
      if (exceeded === undefined) continue;
      const data = {
        thresholdId: publicId('th', id),
        name,
        measure,
        value: figures[index] ?? null,
        limit,
        side,
        pipelineId: pipelineId && publicId('pl', pipelineId),
        handler,
      };
      context.emit({ type: (exceeded ? thresholdExceeded : thresholdRecovered).type, data });
    }
    scheduleLook(context, 'in a while');
    return { looked: looks.length, exceeded: looks.filter((one) => one.exceeded).length };
  },
});
