import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { readQuickLine } from '../rules/quick-line.ts';
import { quickText } from './quick-log.ts';

const dayMs = 86_400_000;

export const readLine = defineOperation({
  name: 'activities.read',
  summary: 'Reads one line such as "called Ana 10m, wants pricing" as an activity, and stores nothing.',
  kind: 'read',
  permission: 'activities:read',
  route: { method: 'GET', path: '/activities/quick' },
  positional: ['text'],
  input: z.strictObject({ text: quickText }),
  output: z.object({
    type: z.enum(['call', 'email', 'meeting', 'sms', 'note']),
    who: z.string().nullable().meta({ description: 'With whom, in the words of the line.' }),
    subject: z.string(),
    durationMinutes: z.number().nullable(),
    occurredAt: z.iso.datetime(),
  }),
  async run(context, { text }) {
    const { type, who = null, subject, durationMinutes = null, daysAgo } = readQuickLine(text);
    const occurredAt = new Date(context.now.getTime() - daysAgo * dayMs).toISOString();
    return { type, who, subject: subject.slice(0, 500), durationMinutes, occurredAt };
  },
});
