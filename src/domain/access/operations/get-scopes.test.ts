import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { accessWorld } from '../access-world.fixture.ts';
import { getScopes } from './get-scopes.ts';

const world = await accessWorld();

test('the scopes are told as they hold, also where nobody has set any', async () => {
  const answer = await world.run(getScopes, {});
  expect(answer).toMatchObject({
    everyone: false,
    version: 0,
    roles: {
      rep: { contact: { read: 'own', write: 'own' } },
      manager: { deal: { read: 'team', write: 'team' } },
      marketing: { lead: { read: 'all', write: 'all' }, deal: { read: 'all', write: 'none' } },
    },
  });
  expect(answer.roles.admin).toBeUndefined();
  await refusalsIn(world)(getScopes, {}, 'strange');
});
