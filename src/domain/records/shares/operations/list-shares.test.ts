import { expect, test } from 'vitest';
import { sharesWorld } from '../shares-world.fixture.ts';
import { listShares } from './list-shares.ts';

const world = await sharesWorld(() => new Date());
const { run, make, refuses } = world;

test('a record shows with whom it is shared', async () => {
  const { recordId } = await make({ role: 'rep' });
  await make({ recordId, role: 'manager' });
  await make({ role: 'admin' });
  const { data } = await run(listShares, { of: recordId, sort: 'role' });
  expect(data.map((one: { role: string }) => one.role)).toEqual(['manager', 'rep']);
  expect((await run(listShares, { of: recordId, filter: { role: { eq: 'rep' } } })).data).toHaveLength(1);
});

test('another workspace has none, nor has who may not read what is shared', async () => {
  await make({ role: 'rep' });
  for (const actor of [world.stranger, world.actorWith('shares:read')])
    expect((await run(listShares, {}, { actor })).data).toEqual([]);
  await refuses(listShares, {});
});
