import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { replaceContact } from './replace-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('what is not given becomes empty, and that is told', async () => {
  const { id } = await make({ title: 'x', tags: ['a'] });
  const given = { firstName: 'Bo' };
  expect(await run(replaceContact, { id, ...given } as never)).toMatchObject({
    ...given,
    title: null,
    tags: [],
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.contact.updated');
  await expect(run(replaceContact, { id, ...given } as never, { expectedVersion: 1 })).rejects.toMatchObject({
    code: 'version_changed',
  });
});

test('it never creates, and is refused without the permission, with wrong input and to another workspace', async () => {
  const id = 'ct_00000000000000000000000000000000';
  await expect(run(replaceContact, { id, firstName: 'x' } as never)).rejects.toMatchObject({ code: 'not_found' });
  await refuses(replaceContact, { id: (await make()).id, firstName: 'x' });
});
