import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { accessWorld, kinds } from '../access-world.fixture.ts';
import { getScopes } from './get-scopes.ts';
import { setScopes } from './set-scopes.ts';

const world = await accessWorld();
const { run, make, listed, reads, writes, person } = world;
const { contact, account } = kinds;
const rita = await person('rep');
const { id } = await make(contact, { firstName: 'Zoe' });

test('what is set holds at once, and is told', async () => {
  expect(await listed(rita, contact)).toEqual([]);
  const set = await run(setScopes, { roles: { rep: { contact: { read: 'all', write: 'own' } } } });
  expect(set).toMatchObject({ version: 1, roles: { rep: { contact: { read: 'all', write: 'own' } } } });
  expect(await listed(rita, contact)).toEqual(['Zoe']);
  expect([await reads(rita, contact, id), await writes(rita, contact, id)]).toEqual(['ok', 'not_allowed']);
  expect(await run(getScopes, {})).toEqual(set);
  expect(await world.eventTypes()).toContain('access.scopes.updated');
});

test('everybody may see everything, and nobody needs to see anything', async () => {
  await make(account, { name: 'Works' });
  await run(setScopes, { everyone: true });
  expect([await listed(rita, account), await writes(rita, contact, id)]).toEqual([['Works'], 'ok']);
  await run(setScopes, { roles: { rep: { account: { read: 'none', write: 'none' } } } });
  expect(await listed(rita, account)).toEqual([]);
  await expect(make(account, { name: 'Mine' }, rita)).rejects.toMatchObject({ code: 'not_allowed' });
});

test('mistakes are refused: to write more than one reads, kinds and levels that are not, administrators', async () => {
  const wrong = [
    { roles: { rep: { contact: { read: 'own', write: 'all' } } } },
    { roles: { rep: { contact: { read: 'some', write: 'own' } } } },
    { roles: { rep: { planet: { read: 'own', write: 'own' } } } },
    { roles: { admin: { contact: { read: 'own', write: 'own' } } } },
    { everyone: 'yes' },
  ];
  for (const one of wrong)
    await expect(run(setScopes, one as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(setScopes, {}, { expectedVersion: 0 })).rejects.toMatchObject({ code: 'version_changed' });
  await refusalsIn(world)(setScopes, {}, 'strange');
});
