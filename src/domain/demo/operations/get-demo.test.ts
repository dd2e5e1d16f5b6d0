import { expect, test } from 'vitest';
import { demoWorld } from '../demo-world.fixture.ts';
import { getDemo } from './get-demo.ts';

const world = await demoWorld();

test('a workspace without a demo says so', async () => {
  const nothing = {
    status: 'none',
    accounts: 0,
    contacts: 0,
    activities: 0,
    leads: 0,
    deals: 0,
    products: 0,
    tasks: 0,
    progress: 0,
  };
  expect(await world.run(getDemo, {})).toEqual(nothing);
});

test('it is refused without the permission, and takes no input', async () => {
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getDemo, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getDemo, { id: 1 } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
