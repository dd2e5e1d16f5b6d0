import { rateEvents } from '#domain/records/currencies';
import { defineHandler, type LoggedEvent } from '#platform/events';
import { addJob } from '#platform/jobs';
import { refreshDeals } from '../jobs/refresh-deals.ts';

/** Whether an event moves what deals are worth or what their stages are called. */
function moves({ type, data }: LoggedEvent): boolean {
  const fields = Array.isArray(data.fields) ? data.fields : [];
  if (type === 'identity.settings.updated') return fields.includes('currency');
  return type !== 'crm.pipeline.updated' || fields.includes('stages');
}

export const refreshOnChange = defineHandler({
  name: 'deals.refresh',
  summary: 'Has deals valued anew when rates or the currency of the workspace change, and named anew when stages do.',
  on: [...rateEvents, 'identity.settings.updated', 'crm.pipeline.updated'],
  async run(context, events) {
    if (!events.some(moves)) return;
    const key = `deals.refresh:${context.workspaceId}`;
    addJob(context.tx, context, refreshDeals, {}, { key, queue: `deals:${context.workspaceId}` });
  },
});
