import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addStakeholder } from './add-stakeholder.ts';
import { listStakeholders } from './list-stakeholders.ts';
import { updateStakeholder } from './update-stakeholder.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const deal = await make();
const { id } = await run(addStakeholder, {
  id: deal.id,
  ...{ contactId: (await world.person()).id, role: 'champion' },
});

test('a stakeholder is changed, and that is told', async () => {
  expect(await run(updateStakeholder, { id, ...{ role: 'blocker', notes: 'x' } })).toMatchObject({
    ...{ role: 'blocker', notes: 'x' },
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.deal.stakeholder.updated');
  expect((await run(listStakeholders, { id: deal.id })).data).toMatchObject([{ id }]);
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(updateStakeholder, { id, notes: 'y' });
});
