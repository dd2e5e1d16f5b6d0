import { z } from 'zod';
import { Problem } from '#platform/errors';
import { objectCatalogue } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { findNamed } from '../find-named.ts';
import { linkFields } from '../links.ts';
import { readQuickLine } from '../rules/quick-line.ts';
import { logActivity } from './log-activity.ts';

const dayMs = 86_400_000;

/** One line of what happened. */
export const quickText = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'must be plain text')
  .meta({ description: 'What happened: what was done, with whom, how long, what about.' });

export const quickLog = defineOperation({
  name: 'activities.quick',
  summary: 'Logs an activity from one line, such as "called Ana 10m, wants pricing".',
  kind: 'write',
  permission: 'activities:write',
  route: { method: 'POST', path: '/activities/quick', status: 201 },
  tool: true,
  positional: ['text'],
  input: z.strictObject({
    text: quickText,
    on: z.string().max(100).optional().meta({ description: 'The id of the record that it happened with.' }),
  }),
  problems: ['name_ambiguous', 'name_unknown'],
  answers: 'activity',
  async run(context, { text, on }) {
    const line = readQuickLine(text);
    const link = on === undefined ? await linkOf(line.who, () => findNamed(context, line.who ?? '')) : linkTo(on);
    return context.call(logActivity, {
      ...link,
      type: line.type,
      subject: line.subject.slice(0, 500),
      ...(line.durationMinutes === undefined ? {} : { durationMinutes: line.durationMinutes }),
      ...(line.daysAgo > 0 ? { occurredAt: new Date(context.now.getTime() - line.daysAgo * dayMs).toISOString() } : {}),
      data: { text },
    });
  },
});

async function linkOf<Link>(who: string | undefined, find: () => Promise<Link>): Promise<Link> {
  if (who !== undefined) return find();
  throw new Problem('name_unknown', {
    detail: 'This does not say with whom: begin as in "called Ana", or give the id of a record with "on".',
    mistakes: [{ path: 'text', message: 'names nobody' }],
  });
}

/** The field by which an activity stands with the record that an id names. */
function linkTo(on: string): Record<string, string> {
  for (const [kind, name] of Object.entries(linkFields)) {
    const known = objectCatalogue().get(kind);
    const id = known && on.startsWith(`${known.prefix}_`) ? tryParseId(known.prefix, on) : undefined;
    if (id) return { [name]: id };
  }
  const message = 'must be the id of a record that activities stand with, as ct_…';
  throw new Problem('validation_failed', { detail: `on: ${message}.`, mistakes: [{ path: 'on', message }] });
}
