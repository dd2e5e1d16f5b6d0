import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addCompetitor } from './add-competitor.ts';
import { listCompetitors } from './list-competitors.ts';
import { updateCompetitor } from './update-competitor.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const deal = await make();
const { id } = await run(addCompetitor, { id: deal.id, ...{ name: 'Rival Inc' } });

test('a competitor is changed, and that is told', async () => {
  expect(await run(updateCompetitor, { id, ...{ strength: 'high', notes: 'x' } })).toMatchObject({
    ...{ strength: 'high', notes: 'x' },
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.deal.competitor.updated');
  expect((await run(listCompetitors, { id: deal.id })).data).toMatchObject([{ id }]);
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(updateCompetitor, { id, notes: 'y' });
});
