import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { listUsers } from './list-users.ts';

const world = await testWorld();

test('users are listed without anything secret', async () => {
  const person = await personIn(world, 'rep');
  const { data } = await world.run(listUsers, { filter: { email: { eq: person.email } } });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ id: person.publicId, role: 'rep', disabledAt: null });
  expect(Object.keys(data[0]).join()).not.toMatch(/password|hash|settings/i);
});

test('a password cannot be fished for by a filter', async () => {
  for (const name of ['passwordHash', 'password_hash', 'settings', 'constructor'])
    await expect(world.run(listUsers, { filter: JSON.parse(`{"${name}":{"startsWith":"$"}}`) })).rejects.toMatchObject({
      status: 400,
    });
});

test('a rep may not list users, a manager may', async () => {
  const [rep, manager] = [await personIn(world, 'rep'), await personIn(world, 'manager')];
  await expect(world.run(listUsers, {}, { actor: rep })).rejects.toMatchObject({ code: 'not_allowed' });
  expect((await world.run(listUsers, {}, { actor: manager })).data.length).toBeGreaterThan(1);
});

test('another workspace sees nobody', async () => {
  await personIn(world, 'rep');
  expect((await world.run(listUsers, {}, { actor: world.stranger })).data).toEqual([]);
});
