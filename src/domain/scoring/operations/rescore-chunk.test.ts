import { expect, test } from 'vitest';
import { createAccount, createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { rescoreChunk } from './rescore-chunk.ts';

const world = await scoringWorld();

test('the next contacts are scored in order of their ids, of all or of some accounts', async () => {
  const company = await world.run(createAccount, { name: 'Ada GmbH', employeeCount: 400 });
  const first = await world.run(createContact, { firstName: 'Ana', accountId: company.id });
  await world.run(createContact, { firstName: 'Bo', title: 'CEO' });
  const accountIds = [company.id].map((id: string) => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  expect(await world.run(rescoreChunk, { accountIds })).toEqual({ scored: 1, changed: 1 });
  const after = first.id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  expect(await world.run(rescoreChunk, { after })).toEqual({ scored: 1, changed: 1 });
  expect(await world.run(rescoreChunk, {})).toEqual({ scored: 2, changed: 0 });
  expect(await world.run(rescoreChunk, {}, { actor: world.stranger })).toEqual({ scored: 0, changed: 0 });
});

test('it is refused without the permission, and with ids that are none', async () => {
  const actor = world.actorWith('contacts:write');
  await expect(world.run(rescoreChunk, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(rescoreChunk, { after: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
