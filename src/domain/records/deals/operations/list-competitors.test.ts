import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addCompetitor } from './add-competitor.ts';
import { listCompetitors } from './list-competitors.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('only the competitors of the deal are listed', async () => {
  const [one, other] = [await make(), await make()];
  await run(addCompetitor, { id: one.id, name: 'Rival Inc' });
  await run(addCompetitor, { id: other.id, name: 'Foe AG' });
  expect(await run(listCompetitors, { id: one.id })).toMatchObject({ count: 1, data: [{ name: 'Rival Inc' }] });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listCompetitors, { id: (await make()).id });
});
