import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { agendaInput, agendaOf } from '../agenda-input.ts';
import { queuesInUse, tasksByDay } from '../store/agenda.ts';

const mostQueues = 100;

export const countTasks = defineOperation({
  name: 'tasks.counts',
  summary: 'Counts the open tasks of somebody: those overdue, and those of each of the next fourteen days.',
  kind: 'read',
  permission: 'tasks:read',
  route: { method: 'GET', path: '/tasks/counts' },
  input: z.strictObject(agendaInput),
  output: z.object({
    timeZone: z.string(),
    overdue: z.number(),
    overdueIsExact: z.boolean(),
    today: z.number(),
    days: z.array(z.object({ date: z.iso.date(), count: z.number() })),
    queues: z.array(z.string()),
  }),
  async run(context, asked) {
    const { zone, filter, days } = await agendaOf(context, asked);
    const [{ overdue, byDay }, queues] = await Promise.all([
      tasksByDay(context, filter, days, zone),
      queuesInUse(context, mostQueues),
    ]);
    return {
      timeZone: zone,
      overdue: overdue.count,
      overdueIsExact: overdue.countIsExact,
      today: byDay.get(days.today) ?? 0,
      days: days.ahead.map((date) => ({ date, count: byDay.get(date) ?? 0 })),
      queues,
    };
  },
});
