import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { keysWorld } from '../keys-world.fixture.ts';
import { listKeys } from './list-keys.ts';
import { rewrapChunk } from './rewrap-chunk.ts';
import { rotateKey } from './rotate-key.ts';

const world = await keysWorld();
const states = async () => (await world.run(listKeys, {})).data.map(({ state }: { state: string }) => state);

test('a new key is known before it seals, and what the old one sealed is read before, during and after', async () => {
  const record = await world.change();
  const before = await world.key();
  const { currentFrom } = await world.run(rotateKey, {});
  expect(rotateKey.output?.parse({ currentFrom })).toEqual({ currentFrom });
  expect(await world.key()).toBe(before);
  expect(await states()).toEqual(['coming', 'current']);
  world.pass(61_000);
  expect(await world.key()).not.toBe(before);
  expect(await states()).toEqual(['current', 'opens']);
  const later = await world.change();
  expect([await world.past(record), await world.past(later)]).toEqual(['Zanzibara', 'Zanzibara']);
  expect(await world.run(rewrapChunk, {})).toEqual({ next: undefined });
  expect([await world.past(record), await world.past(later)]).toEqual(['Zanzibara', 'Zanzibara']);
  expect(await world.eventTypes()).toContain('encryption.key.rotated');
});

test('it is refused without the permission and with input, and another workspace has keys of its own', async () => {
  await refusalsIn(world)(rotateKey, {}, 'strange');
  expect((await world.run(listKeys, {}, { actor: world.stranger })).data).toEqual([]);
});
