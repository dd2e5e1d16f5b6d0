import { defineHandler } from '#platform/events';
import { scheduleKeeping } from '../schedule.ts';
import { workspaceDay } from '../store/evening.ts';

/** By workspace, until when the evening is known to have its job: saves two statements for nearly every batch. */
const scheduled = new Map<string, Date>();
const mostRemembered = 10_000;

export const keepInTheEvening = defineHandler({
  name: 'forecasts.keep',
  summary: 'Has the forecasts kept in the evening of every day on which deals were worked on.',
  on: ['crm.deal.created', 'crm.deal.updated', 'crm.deal.restored'],
  async run(context) {
    const until = scheduled.get(context.workspaceId);
    if (until && context.now < until) return;
    const today = await workspaceDay(context.tx, context.now);
    scheduleKeeping(context, today);
    context.tx.afterCommit(() => {
      if (scheduled.size >= mostRemembered) scheduled.clear();
      scheduled.set(context.workspaceId, today.evening);
    });
  },
});
