import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { getLifecycle } from './get-lifecycle.ts';

const world = await contactsWorld();

test('the shipped stages hold until somebody decides otherwise', async () => {
  const { stages } = await world.run(getLifecycle, {});
  expect(stages.map((one: { name: string }) => one.name)).toEqual([
    ...['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'],
  ]);
  await world.refuses(getLifecycle, {}, 'strange');
});
