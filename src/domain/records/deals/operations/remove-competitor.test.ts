import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addCompetitor } from './add-competitor.ts';
import { listCompetitors } from './list-competitors.ts';
import { removeCompetitor } from './remove-competitor.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const deal = await make();
const { id } = await run(addCompetitor, { id: deal.id, ...{ name: 'Rival Inc' } });

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(removeCompetitor, { id });
});

test('a competitor is taken away, and that is told', async () => {
  await run(removeCompetitor, { id });
  expect((await run(listCompetitors, { id: deal.id })).count).toBe(0);
  expect(await world.eventTypes()).toContain('crm.deal.competitor.deleted');
});
