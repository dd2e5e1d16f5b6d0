import { expect, test } from 'vitest';
import type { Actor } from '#platform/actor';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { listPeople } from './list-people.ts';
import { updateUser } from './update-user.ts';

const world = await testWorld();

interface Person {
  id: string;
  name: string;
  email: string;
}

async function people(q?: string, actor?: Actor): Promise<Person[]> {
  return (await world.run(listPeople, q === undefined ? {} : { q }, actor && { actor })).data;
}

test('a representative finds colleagues by name and address, and learns nothing else of them', async () => {
  const [rep, colleague] = [await personIn(world, 'rep'), await personIn(world, 'admin')];
  const data = await people(undefined, rep);
  const found = data.find((one) => one.id === colleague.publicId);
  expect(Object.keys(found ?? {}).sort()).toEqual(['active', 'email', 'id', 'name']);
  expect(found).toMatchObject({ email: colleague.email, active: true });
  expect(data.map((one) => one.name)).toEqual(data.map((one) => one.name).sort((a, b) => a.localeCompare(b, 'en')));
  for (const q of [colleague.email.slice(0, 8), found?.name.slice(0, 3) ?? ''])
    expect((await people(q, rep)).map((one) => one.id)).toContain(colleague.publicId);
});

test('nobody is found by a part in the middle, a wild card, or the name of nobody', async () => {
  for (const q of ['%', '_', '\\', 'nobody of that name']) expect(await people(q)).toEqual([]);
});

test('who may not sign in any more is still named, and told to be so', async () => {
  const person = await personIn(world, 'rep');
  await world.run(updateUser, { id: person.publicId, disabled: true });
  expect(await people(person.email)).toMatchObject([{ id: person.publicId, active: false }]);
});

test('wrong input is refused, and so is a key without the permission', async () => {
  await expect(world.run(listPeople, { limit: 0 })).rejects.toMatchObject({ status: 400 });
  const narrow = { ...(await personIn(world, 'rep')), permissions: new Set(['contacts:read']) };
  await expect(world.run(listPeople, {}, { actor: narrow })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('another workspace sees nobody', async () => {
  await personIn(world, 'rep');
  expect(await people(undefined, world.stranger)).toEqual([]);
});
