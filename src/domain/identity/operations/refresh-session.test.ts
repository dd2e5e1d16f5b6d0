import { expect, test } from 'vitest';
import { newToken } from '#platform/crypto';
import { testWorld } from '#platform/testing';
import { sessionOf } from '../authenticate.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { refreshSession } from './refresh-session.ts';

const world = await testWorld();
const started = async () => {
  const { actor, refreshToken } = await signedIn(world, await personIn(world, 'rep'));
  const itself = { ...actor, permissions: new Set(['session:refresh']) };
  return { actor, itself, input: { token: refreshToken, sessionId: sessionOf(actor)?.id ?? '' } };
};

test('a token is exchanged for the next; one that is not there gives nothing', async () => {
  const { itself, input } = await started();
  const { next } = await world.run(refreshSession, input, { actor: itself });
  expect(next).toMatch(/^kithr_[\w-]{43}$/);
  const unknown = { ...input, token: newToken('kithr_') };
  expect(await world.run(refreshSession, unknown, { actor: itself })).toEqual({ next: undefined });
});

test('nobody but the refreshing has the permission, and another workspace spends nothing', async () => {
  const { actor, itself, input } = await started();
  await expect(world.run(refreshSession, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await world.run(refreshSession, input, { actor: world.stranger })).toEqual({ next: undefined });
  expect((await world.run(refreshSession, input, { actor: itself })).next).toBeDefined();
});

test('bad input is refused', async () => {
  const { itself, input } = await started();
  for (const bad of [{}, { ...input, token: 'x'.repeat(101) }, { ...input, sessionId: 'x' }, { ...input, userId: 'x' }])
    await expect(world.run(refreshSession, bad as never, { actor: itself })).rejects.toMatchObject({
      code: 'validation_failed',
    });
});
