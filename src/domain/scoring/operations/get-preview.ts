import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { namesOf } from '#platform/records';
import { modelNamed } from '../models.ts';
import type { Mover } from '../rules/preview.ts';
import { previewOf } from '../store/previews.ts';

const count = z.number().int();
const person = z.looseObject({ id: z.string() });

export const getPreview = defineOperation({
  name: 'scoringModels.preview',
  summary: 'Gets what a scoring model would change: who goes from which tier to which, and who moves the furthest.',
  kind: 'read',
  permission: 'scoringModels:read',
  route: { method: 'GET', path: '/scoring/models/:id/preview' },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({ id: idSchema('scoringModel') }),
  output: z.object({
    status: z.enum(['running', 'done']),
    progress: z.number().meta({ description: 'From 0 to 1.' }),
    modelVersion: z.number().int(),
    outdated: z.boolean().meta({ description: 'The model has been changed since.' }),
    ...{ contacts: count, moved: count, changedTier: count },
    averageBefore: z.number(),
    averageAfter: z.number(),
    changes: z.array(z.looseObject({ from: z.string(), to: z.string(), count, examples: z.array(person) })),
    unchanged: z.record(z.string(), count),
    up: z.array(person),
    down: z.array(person),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  }),
  async run(context, { id }) {
    const { version, name } = await modelNamed(context, id);
    const preview = await previewOf(context.sql, id);
    if (!preview)
      throw new Problem('not_found', {
        detail: `“${name}” has no preview yet. Begin one by POST to the same address.`,
      });
    const { tally, contacts, modelVersion, status, startedAt, endedAt } = preview;
    const steps = Object.entries(tally.steps).map(([step, of]) => {
      const [from = '', to = ''] = step.split(' ');
      return { from, to, ...of };
    });
    const people = await presenter(context, [...tally.up, ...tally.down, ...steps.flatMap((one) => one.examples)]);
    const average = (sum: number) => (tally.contacts > 0 ? Math.round((sum / tally.contacts) * 10) / 10 : 0);
    return {
      status,
      progress: status === 'done' ? 1 : Math.min(0.99, contacts > 0 ? tally.contacts / contacts : 0),
      modelVersion,
      /** The model has been changed since. */
      outdated: modelVersion !== version,
      contacts: tally.contacts,
      moved: tally.moved,
      changedTier: steps.filter(({ from, to }) => from !== to).reduce((sum, { count }) => sum + count, 0),
      averageBefore: average(tally.scoreBefore),
      averageAfter: average(tally.scoreAfter),
      changes: steps
        .filter(({ from, to }) => from !== to)
        .sort((a, b) => b.count - a.count)
        .map((one) => ({ ...one, examples: one.examples.map(people) })),
      unchanged: Object.fromEntries(
        steps.filter(({ from, to }) => from === to).map(({ from, count }) => [from, count]),
      ),
      up: tally.up.map(people),
      down: tally.down.map(people),
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  },
});

/** Shows people by their names where the reader may see them. */
async function presenter(context: Context, movers: readonly Mover[]) {
  const ids = [...new Set(movers.map(({ id }) => id))];
  const names = may(context.actor, `${contact.plural}:read`) ? await namesOf(context, contact, ids) : new Map();
  return ({ id, before, after }: Mover) => ({
    id: publicId(contact.prefix, id),
    name: (names.get(id) as string | undefined) ?? null,
    before,
    after,
  });
}
