import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { listContactDeals } from './list-contact-deals.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const owner = await world.person();

test('only the deals with that contact are listed', async () => {
  await make({ name: 'Other' });
  const { id } = await make({ contactId: owner.id });
  expect((await run(listContactDeals, { id: owner.id })).data).toMatchObject([{ id, contact: { id: owner.id } }]);
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listContactDeals, { id: owner.id });
});
