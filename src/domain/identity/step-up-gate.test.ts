import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { testWorld } from '#platform/testing';
import { authenticate } from './authenticate.ts';
import { identityModule } from './module.ts';
import { createUser } from './operations/create-user.ts';
import { createApiKey } from './operations/keys/create-api-key.ts';
import { stepUp } from './operations/second-factor/step-up.ts';
import { codeAt, personIn, signedIn, withSecondFactor } from './people.fixture.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const needed = { code: 'step_up_needed', status: 403 };
const minute = 60_000;
let made = 0;
const privileged = (actor: typeof world.admin) =>
  world.run(createUser, { email: `made${++made}@example.com` }, { actor });

test('privileged operations ask again after ten minutes, and say what to do', async () => {
  const { token, actor } = await signedIn(world, await personIn(world, 'admin'));
  const { secret } = await withSecondFactor(world, actor);
  const now = () => authenticate(world.ports, { session: token });
  await privileged(await now());
  clock.advance(10 * minute + 1);
  const refusal = await privileged(await now()).catch((error) => error);
  expect(refusal).toMatchObject({ ...needed, message: expect.stringContaining('/session/step-up') });
  const before = await now();
  await world.run(stepUp, { code: codeAt(secret, clock.now()) }, { actor: before });
  await privileged(await now());
  // A process that has not looked again yet asks the database before it refuses.
  await privileged(before);
});

test('who has no second factor, and keys, are not asked', async () => {
  const { actor } = await signedIn(world, await personIn(world, 'admin'));
  await privileged(actor);
  const { key } = await world.run(createApiKey, { name: 'Robot', role: 'admin' });
  await privileged(await authenticate(world.ports, { bearer: key }));
});

test('what changes who may do what is privileged', () => {
  const names = (identityModule.operations ?? []).filter((one) => one.privileged).map((one) => one.name);
  for (const name of [
    'users.create',
    'users.update',
    'users.signInLink',
    'users.resetMfa',
    'apiKeys.create',
    'apiKeys.revoke',
    'workspace.update',
    'mfa.remove',
    'mfa.renewRecoveryCodes',
  ])
    expect(names).toContain(name);
});
