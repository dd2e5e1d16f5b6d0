import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { getContact } from './get-contact.ts';
import { updateContact } from './update-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('one contact comes with all of its fields, or those that are asked for', async () => {
  const made = await make({ title: 'x' });
  expect(await run(getContact, { id: made.id })).toEqual(made);
  expect(await run(getContact, { id: made.id.slice(3) })).toEqual(made);
  expect(await run(getContact, { id: made.id, fields: 'title' })).toEqual({ id: made.id, title: 'x', version: 1 });
  await expect(run(getContact, { id: made.id, fields: 'titlex' })).rejects.toMatchObject({ code: 'unknown_field' });
});

test('a moment before a change shows what was then', async () => {
  const { id, createdAt } = await make({ title: 'then' });
  await new Promise((resolve) => setTimeout(resolve, 3));
  await run(updateContact, { id, title: 'now' } as never);
  expect(await run(getContact, { id, asOf: new Date(createdAt).toISOString() })).toMatchObject({
    title: 'then',
    version: 1,
  });
  await expect(run(getContact, { id, asOf: 'yesterday' })).rejects.toMatchObject({ code: 'validation_failed' });
});

test('it is refused without the permission and to another workspace', async () => {
  await refuses(getContact, { id: (await make()).id });
});
