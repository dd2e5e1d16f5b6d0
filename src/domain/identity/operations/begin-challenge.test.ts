import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn, personWithPassword } from '../people.fixture.ts';
import { beginChallenge } from './begin-challenge.ts';

const world = await testWorld();
const starting = { permissions: new Set(['session:start']) };

test("a password that was changed meanwhile, a link that is another's, and another workspace begin nothing", async () => {
  const actor = { ...(await personWithPassword(world, 'rep')), ...starting };
  for (const [way, by] of [
    [{ by: 'password', passwordHash: 'the old one' }, actor],
    [{ by: 'link', linkToken: 'x' }, actor],
    [
      { by: 'password', passwordHash: 'x' },
      { ...world.stranger, ...starting },
    ],
  ] as const)
    await expect(world.run(beginChallenge, { way }, { actor: by })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('nobody but the sign-in has the permission; bad input is refused', async () => {
  const person = await personIn(world, 'manager');
  const way = { by: 'link' as const, linkToken: 'x' };
  await expect(world.run(beginChallenge, { way }, { actor: person })).rejects.toMatchObject({ code: 'not_allowed' });
  const actor = { ...person, ...starting };
  await expect(world.run(beginChallenge, { way: { by: 'code' } } as never, { actor })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
