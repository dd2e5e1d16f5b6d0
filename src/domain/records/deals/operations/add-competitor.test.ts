import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addCompetitor } from './add-competitor.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('a competitor is kept with the deal, and that is told', async () => {
  const deal = await make();
  expect(await run(addCompetitor, { id: deal.id, name: 'Rival Inc', strength: 'high' })).toMatchObject({
    id: expect.stringMatching(/^cp_/),
    deal: { id: deal.id },
    name: 'Rival Inc',
    strength: 'high',
  });
  expect(await world.eventTypes()).toContain('crm.deal.competitor.created');
});

test('the same one twice, mistakes, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  await run(addCompetitor, { id, name: 'Rival Inc' });
  await expect(run(addCompetitor, { id, name: 'Rival Inc' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(run(addCompetitor, { id, name: 'B', strength: 'huge' as never })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await refuses(addCompetitor, { id, name: 'C' });
});
