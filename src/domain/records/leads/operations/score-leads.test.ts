import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { scoreSomeLeads } from './score-leads.ts';

const world = await leadsWorld();

test('several leads are scored anew, in the order given', async () => {
  const [one, two] = [await world.make({ title: 'CEO' }), await world.make({ firstName: 'Bo', title: 'Clerk' })];
  const { data } = await world.run(scoreSomeLeads, { ids: [one.id, two.id].sort() });
  expect(data.map(({ id }: { id: string }) => id)).toEqual([one.id, two.id].sort());
  expect(data.find(({ id }: { id: string }) => id === one.id)).toMatchObject({ score: one.score, grade: one.grade });
  await expect(world.run(scoreSomeLeads, {})).rejects.toMatchObject({ code: 'validation_failed' });
  await world.refuses(scoreSomeLeads, { id: one.id });
});
