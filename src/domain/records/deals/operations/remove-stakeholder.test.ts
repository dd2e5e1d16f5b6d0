import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addStakeholder } from './add-stakeholder.ts';
import { listStakeholders } from './list-stakeholders.ts';
import { removeStakeholder } from './remove-stakeholder.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const deal = await make();
const { id } = await run(addStakeholder, {
  id: deal.id,
  ...{ contactId: (await world.person()).id, role: 'champion' },
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(removeStakeholder, { id });
});

test('a stakeholder is taken away, and that is told', async () => {
  await run(removeStakeholder, { id });
  expect((await run(listStakeholders, { id: deal.id })).count).toBe(0);
  expect(await world.eventTypes()).toContain('crm.deal.stakeholder.deleted');
});
