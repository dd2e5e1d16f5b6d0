import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { replaceAccount } from './replace-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('what is not given becomes empty, and that is told', async () => {
  const { id } = await make({ industry: 'x', tags: ['a'] });
  const given = { name: 'Bo AG' };
  expect(await run(replaceAccount, { id, ...given } as never)).toMatchObject({
    ...given,
    industry: null,
    tags: [],
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.account.updated');
  await expect(run(replaceAccount, { id, ...given } as never, { expectedVersion: 1 })).rejects.toMatchObject({
    code: 'version_changed',
  });
});

test('it never creates, and is refused without the permission, with wrong input and to another workspace', async () => {
  const id = 'ac_00000000000000000000000000000000';
  await expect(run(replaceAccount, { id, name: 'x' } as never)).rejects.toMatchObject({ code: 'not_found' });
  await refuses(replaceAccount, { id: (await make()).id, name: 'x' });
});
