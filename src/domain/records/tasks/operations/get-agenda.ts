import { z } from 'zod';
import { defineOperation, RawJson } from '#platform/operations';
import { agendaInput, agendaOf } from '../agenda-input.ts';
import { sections } from '../rules/agenda.ts';
import { agendaSections } from '../store/agenda.ts';

export const getAgenda = defineOperation({
  name: 'tasks.agenda',
  summary: 'Gets the open tasks of somebody by when they are due: overdue, today, upcoming, later.',
  kind: 'read',
  permission: 'tasks:read',
  route: { method: 'GET', path: '/tasks/agenda' },
  tool: true,
  input: z.strictObject({
    ...agendaInput,
    limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Tasks in a section.' }),
  }),
  output: z.object({
    timeZone: z.string(),
    today: z.iso.date(),
    sections: z.array(
      z.object({
        name: z.enum(sections),
        count: z.number(),
        countIsExact: z.boolean(),
        tasks: z.array(z.looseObject({ id: z.string(), subject: z.string() })),
      }),
    ),
  }),
  async run(context, { limit, ...asked }) {
    const { zone, filter, days } = await agendaOf(context, asked);
    const found = await agendaSections(context, filter, days, limit);
    const texts = found.map(
      ({ tasks, ...section }) => `${JSON.stringify(section).slice(0, -1)},"tasks":[${tasks.join(',')}]}`,
    );
    const head = JSON.stringify({ timeZone: zone, today: days.today });
    return new RawJson(`${head.slice(0, -1)},"sections":[${texts.join(',')}]}`);
  },
});
