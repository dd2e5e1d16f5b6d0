import { z } from 'zod';
import { workspaceCurrency } from '#domain/records/currencies';
import { defineOperation } from '#platform/operations';
import { forecastKept } from '../events.ts';
import { scheduleKeeping } from '../schedule.ts';
import { workspaceDay } from '../store/evening.ts';
import * as forecasts from '../store/forecasts.ts';

export const keepForecasts = defineOperation({
  name: 'forecasts.keep',
  summary: 'Keeps the forecasts of all pipelines as they stand now, as those of today; Kith does so every evening.',
  kind: 'write',
  reach: 'workspace',
  permission: 'deals:write',
  route: { method: 'POST', path: '/forecasts/keep' },
  input: z.strictObject({}),
  output: z.object({ day: z.iso.date(), months: z.number(), deals: z.number() }),
  async run(context) {
    const { tx, now, ports } = context;
    const today = await workspaceDay(tx, now);
    const present = await forecasts.presentForecasts(tx, today);
    const all = [...present, ...(await forecasts.endedForecasts(tx, present, today.day))];
    const kept = all.map((one) => ({ ...one, id: ports.ids.next() }));
    await forecasts.keepForecasts(tx, kept, { day: today.day, currency: await workspaceCurrency(tx), now });
    if (present.length > 0) scheduleKeeping(context, today);
    const answer = {
      day: today.day,
      months: new Set(present.map(({ pipelineId, month }) => `${pipelineId} ${month}`)).size,
      deals: present.reduce((sum, one) => sum + one.deals, 0),
    };
    context.emit({ type: forecastKept.type, data: answer });
    return answer;
  },
});
