import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { keysWorld } from '../keys-world.fixture.ts';
import { listKeys } from './list-keys.ts';

const world = await keysWorld();

test('keys are listed by number and state, and nothing of the keys themselves', async () => {
  await world.change();
  const answer = await world.run(listKeys, {});
  expect(listKeys.output?.parse(answer)).toEqual(answer);
  expect(answer.data).toEqual([expect.objectContaining({ number: 1, state: 'current' })]);
  expect(JSON.stringify(answer)).not.toContain(await world.key());
});

test('it is refused without the permission', async () => {
  await refusalsIn(world)(listKeys, {}, 'strange');
});
