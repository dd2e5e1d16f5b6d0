import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { identityModule } from '../module.ts';
import { personIn } from '../people.fixture.ts';
import { endSession } from './end-session.ts';
import { issueSignInLink } from './issue-sign-in-link.ts';
import { startSession } from './start-session.ts';

const world = await testWorld();

test('a token of its kind is made, another one each time', async () => {
  const { publicId: id } = await personIn(world, 'rep');
  const [one, two] = [await world.run(issueSignInLink, { id }), await world.run(issueSignInLink, { id })];
  expect(one.token).toMatch(/^kithl_[\w-]{43}$/);
  expect(one.token).not.toBe(two.token);
});

test('no surface shows the operations that hand out bare tokens', () => {
  for (const internal of [issueSignInLink, startSession, endSession]) {
    expect(identityModule.operations).not.toContain(internal);
    expect(internal.route).toBeUndefined();
  }
});

test('refuses without permission, bad input and another workspace', async () => {
  const person = await personIn(world, 'rep');
  await expect(world.run(issueSignInLink, { id: person.publicId }, { actor: person })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(issueSignInLink, { id: '' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(issueSignInLink, { id: person.publicId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
