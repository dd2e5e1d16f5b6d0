import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLead } from './get-lead.ts';

const world = await leadsWorld();

test('a lead is read by its id, and by nobody else', async () => {
  const made = await world.make();
  expect(await world.run(getLead, { id: made.id })).toEqual(made);
  await world.refuses(getLead, { id: made.id });
});
