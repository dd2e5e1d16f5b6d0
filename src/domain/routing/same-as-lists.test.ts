import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lead } from '#domain/records/leads';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { currentValues, listOperation } from '#platform/records';
import { routingWorld } from './routing-world.fixture.ts';
import { matches } from './rules/matches.ts';

const world = await routingWorld();
const texts = ['DE', 'de', 'FR', 'Berlin Süd', 'B', ''];

const readAll = defineOperation({
  name: 'test.values',
  summary: 'Reads the values of leads.',
  kind: 'read',
  permission: 'leads:read',
  input: z.strictObject({ ids: z.array(z.string()) }),
  run: async (context, { ids }) => [...(await currentValues(context, lead, ids))],
});

async function plant() {
  const bo = await world.user();
  for (const [index, industry] of [...texts, ...texts].entries())
    await world.capture({
      ...{ industry: industry || null, company: texts[(index * 5) % 6] || null, tags: texts.slice(0, index % 3) },
      ...{ ownerId: index % 2 ? bo.id : null, campaign: `c${index}` },
    });
  const { data } = await world.run(listOperation(lead), { limit: 200 });
  const ids = data.map((one: { id: string }) => parseId('ld', one.id));
  return { bo, leads: (await world.run(readAll, { ids })) as [string, Record<string, unknown>][] };
}

const text = fc.constantFrom(...texts.filter(Boolean));
const onText = fc.oneof(
  fc.record({ eq: text }),
  fc.record({ ne: text }),
  fc.record({ in: fc.array(text, { maxLength: 3 }) }),
  fc.record({ contains: text }),
  fc.record({ startsWith: text }),
  fc.record({ empty: fc.boolean() }),
);
const onTags = fc.oneof(
  fc.record({ contains: text }),
  fc.record({ eq: text }),
  fc.record({ ne: text }),
  fc.record({ empty: fc.boolean() }),
);
const onNumber = fc.oneof(
  ...['eq', 'ne', 'lt', 'lte', 'gt', 'gte'].map((operator) =>
    fc.record({ [operator]: fc.integer({ min: 0, max: 5 }) }),
  ),
);
const onTime = fc.oneof(
  ...['lt', 'gt'].map((operator) => fc.constantFrom({ [operator]: '2026-01-01' }, { [operator]: '2999-01-01' })),
);

const planted = await plant();
const onUser = fc.oneof(
  fc.constantFrom({ eq: planted.bo.id }, { ne: planted.bo.id }, { in: [planted.bo.id] }),
  fc.record({ empty: fc.boolean() }),
);

const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    fc.record({ industry: onText }),
    fc.record({ company: onText, industry: onText }),
    fc.record({ tags: onTags }),
    fc.record({ score: onNumber }),
    fc.record({ createdAt: onTime }),
    fc.record({ ownerId: onUser }),
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
  ),
}));

test('a rule is for exactly those leads that a list with the same filter shows', async () => {
  await fc.assert(
    fc.asyncProperty(filter, async (given) => {
      const { data } = await world.run(listOperation(lead), { filter: given as object, limit: 200 });
      const listed = data.map((one: { id: string }) => parseId('ld', one.id)).sort();
      const matched = planted.leads.filter(([, values]) => matches(given, values, lead.fields)).map(([id]) => id);
      expect(matched.sort()).toEqual(listed);
    }),
    { numRuns: 300 },
  );
}, 60_000);
