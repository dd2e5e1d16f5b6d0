import { expect, test } from 'vitest';
import { demoWorld } from '../demo-world.fixture.ts';
import { generateAccounts } from '../rules/accounts.ts';
import { peopleInChunks } from '../rules/chunks.ts';
import { addAccounts } from './add-accounts.ts';
import { addPeople } from './add-people.ts';
import { createDemo } from './create-demo.ts';

const world = await demoWorld();
const now = new Date();
const accounts = generateAccounts(10, 7, now);
const [people = { position: 0, contacts: [], activities: [] }] = peopleInChunks(
  { accounts, contacts: 60, seed: 7, now },
  60,
);

test('without a demo nobody is added', async () => {
  expect(await world.run(addPeople, { people, accounts, accountIds: [], last: true })).toEqual({ goOn: false });
});

test('people are added once with what they did, and the last ones make the demo ready', async () => {
  await world.run(createDemo, { contacts: 60 });
  const { ids } = await world.run(addAccounts, { position: 0, accounts, ids: [] });
  const chunk = { people, accounts, accountIds: ids, last: true };
  expect(await world.run(addPeople, chunk)).toEqual({ goOn: true });
  const made = await world.counts();
  expect(await world.run(addPeople, chunk)).toEqual({ goOn: false });
  expect(await world.counts()).toEqual(made);
  expect(made.contacts).toBe(60);
  // What was done on deals comes on top of what the people did.
  expect(made.activities).toBeGreaterThan(people.activities.length);
  expect((await world.eventTypes()).filter((type) => type === 'demo.ready')).toHaveLength(1);
});

test('it is refused without the permission, and without people', async () => {
  const actor = world.actorWith('contacts:write');
  const chunk = { people, accounts, accountIds: [], last: false };
  await expect(world.run(addPeople, chunk, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(addPeople, {} as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
