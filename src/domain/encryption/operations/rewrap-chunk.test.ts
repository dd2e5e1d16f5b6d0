import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { refusalsIn } from '#platform/testing';
import { keysWorld } from '../keys-world.fixture.ts';
import { rewrapChunk } from './rewrap-chunk.ts';
import { rotateKey } from './rotate-key.ts';

const world = await keysWorld();

test('after it the keys of people open without any older key of the workspace', async () => {
  const record = await world.change();
  await world.run(rotateKey, {});
  world.pass(61_000);
  await world.run(rewrapChunk, {});
  const { wrapped } = (await world.database
    .reader(world.workspaceId)
    .first<{ wrapped: Buffer }>(sql`select wrapped from person_keys where person_id = ${record}`)) as {
    wrapped: Buffer;
  };
  const current = Buffer.from(await world.key(), 'hex');
  expect(world.ports.vault.unwrap(wrapped, current, `person:${record}`)).toHaveLength(32);
});

test('it is refused without the permission, and touches no other workspace', async () => {
  await refusalsIn(world)(rewrapChunk, {}, 'strange');
  expect(await world.run(rewrapChunk, {}, { actor: world.stranger })).toEqual({ next: undefined });
});
