import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { createObject } from './create-object.ts';
import { deleteObject } from './delete-object.ts';
import { listObjects } from './list-objects.ts';

const world = await objectsWorld();
const { run, code } = world;
const make = (object: object) => run(createObject, object as never);

test('a kind is made with what follows from its name, and that is told', async () => {
  const made = await make({ name: 'ticket', label: 'Ticket', nameLabel: 'Subject' });
  expect(made).toMatchObject({ plural: 'tickets', pluralLabel: 'Tickets', prefix: 'tick', nameLabel: 'Subject' });
  expect(await make({ name: 'tickle', label: 'Tickle' })).toMatchObject({ prefix: 'tick2' });
  expect((await run(listObjects, {})).data).toHaveLength(3);
  expect(await world.eventTypes()).toContain('records.object.created');
});

test('names that are taken, by Kith, by another kind or by a deleted one, are refused', async () => {
  for (const name of ['contact', 'contacts', 'project', 'projects', 'record'])
    expect(await code(make({ name, label: 'X' }))).toMatch(/conflict/);
  const { id } = await make({ name: 'gone', label: 'Gone' });
  await run(deleteObject, { id });
  expect(await code(make({ name: 'gone', label: 'X' }))).toBe('conflict');
  const both = await Promise.allSettled([1, 2].map(() => make({ name: 'twice', label: 'X' })));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('it is refused without the permission and with wrong input; another workspace has kinds of its own', async () => {
  const input = { name: 'other', label: 'Other' };
  expect(await code(run(createObject, input as never, { actor: world.actorWith('objects:read') }))).toBe('not_allowed');
  for (const wrong of [
    { name: 'A' },
    { name: 'a b' },
    { name: '__proto__' },
    { label: '' },
    { prefix: 'ct' },
    { plural: 'other' },
  ])
    expect(await code(make({ ...input, ...wrong }))).toBe('validation_failed');
  expect(await run(createObject, { ...input, name: 'project' } as never, { actor: world.stranger })).toMatchObject({
    name: 'project',
  });
});
