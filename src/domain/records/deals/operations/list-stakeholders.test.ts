import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addStakeholder } from './add-stakeholder.ts';
import { listStakeholders } from './list-stakeholders.ts';

const world = await dealsWorld();
const { run, make, person, refuses } = world;

test('who has a say comes with how many they are, the champion and who decides', async () => {
  const { id } = await make();
  expect(await run(listStakeholders, { id })).toMatchObject({
    data: [],
    count: 0,
    champion: null,
    decisionMaker: null,
  });
  for (const [firstName, role] of [
    ['Ana', 'blocker'],
    ['Bo', 'champion'],
    ['Cy', 'decision_maker'],
    ['Di', 'user'],
  ])
    await run(addStakeholder, { id, contactId: (await person({ firstName })).id, role: role as 'user' });
  expect(await run(listStakeholders, { id })).toMatchObject({
    count: 4,
    champion: { name: 'Bo' },
    decisionMaker: { name: 'Cy' },
    blockers: 1,
  });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listStakeholders, { id: (await make()).id });
});
