import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { mergeAccounts } from './merge-accounts.ts';

const world = await mergingWorld();
const { company, person, run, read, unmerge } = world;

test('companies become one, with the people who work there, and several again', async () => {
  const parent = await company({ name: 'Holding' });
  const one = await company({ name: 'Ada', website: 'https://ada.example' });
  const two = await company({ name: 'Ada GmbH', industry: 'Software', parentAccountId: parent.id });
  const bo = await person({ accountId: two.id });
  const { id } = await run(mergeAccounts, { ids: [one.id, two.id] });
  const merged = { name: 'Ada', industry: 'Software', parentAccountId: parent.id, website: 'https://ada.example' };
  expect(await read(one.id)).toMatchObject(merged);
  expect(await read(bo.id)).toMatchObject({ accountId: one.id });
  expect(await world.eventTypes()).toContain('crm.account.merged');
  await unmerge(id);
  expect(await read(one.id)).toMatchObject({ industry: null, parentAccountId: null });
  expect(await read(bo.id)).toMatchObject({ accountId: two.id });
});

test('no company comes to stand above itself', async () => {
  const one = await company();
  const between = await company({ parentAccountId: one.id });
  const two = await company({ parentAccountId: between.id });
  await run(mergeAccounts, { ids: [two.id, one.id] });
  expect(await read(two.id)).toMatchObject({ parentAccountId: null });
  expect(await read(between.id)).toMatchObject({ parentAccountId: two.id });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await refusalsIn(world)(mergeAccounts, { ids: [(await company()).id, (await company()).id] });
});
