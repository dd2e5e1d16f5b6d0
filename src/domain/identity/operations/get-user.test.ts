import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { getUser } from './get-user.ts';

const world = await testWorld();

test('a user is found by id, and holds nothing secret', async () => {
  const person = await personIn(world, 'rep');
  const found = await world.run(getUser, { id: person.publicId });
  expect(found).toMatchObject({ email: person.email, role: 'rep', version: 1 });
  expect(JSON.stringify(found)).not.toMatch(/password/i);
});

test('who is not there, or in another workspace, is not found', async () => {
  const person = await personIn(world, 'rep');
  const notFound = { code: 'not_found' };
  await expect(world.run(getUser, { id: person.publicId }, { actor: world.stranger })).rejects.toMatchObject(notFound);
  await expect(world.run(getUser, { id: `us_${'0'.repeat(32)}` })).rejects.toMatchObject(notFound);
  await expect(world.run(getUser, { id: "us_' or 1=1" })).rejects.toMatchObject(notFound);
});

test('a rep may not', async () => {
  const person = await personIn(world, 'rep');
  await expect(world.run(getUser, { id: person.publicId }, { actor: person })).rejects.toMatchObject({
    code: 'not_allowed',
  });
});
