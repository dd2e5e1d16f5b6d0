import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { idempotencyKey } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { origin, personIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { signInByLink } from '../sign-in.ts';
import { createSignInLink } from './create-sign-in-link.ts';
import { updateUser } from './update-user.ts';

const world = await testWorld({ ports: { identity: { baseUrl: 'https://crm.example.com/' } } });

test('the link is on our own address, signs in, and is announced', async () => {
  const person = await personIn(world, 'rep');
  const link = await world.run(createSignInLink, { id: person.publicId });
  expect(link).toMatchObject({
    url: expect.stringMatching(/^https:\/\/crm\.example\.com\/sign-in\?token=kithl_/),
    mailed: false,
  });
  const token = new URL(link.url).searchParams.get('token') ?? '';
  expect((await signInByLink(world.ports, token, origin)).actor.id).toBe(person.id);
  expect(await world.eventTypes()).toContain('identity.link.created');
});

test('a repeated request gets an answer without the link, and nothing that is stored holds it', async () => {
  const { publicId: id } = await personIn(world, 'rep');
  const call = { idempotency: idempotencyKey('k1', 'users.signInLink', id) };
  const { url } = await world.run(createSignInLink, { id }, call);
  expect(await world.run(createSignInLink, { id }, call)).toMatchObject({ url: null });
  const kept = await world.database
    .reader(world.workspaceId)
    .rows(sql<{ answer: string }>`select answer from idempotency_keys`);
  expect(kept.map((row) => row.answer).join()).not.toContain(url.split('token=')[1]);
});

test('a link is as good as being somebody: nobody gets one to above, and reps get none', async () => {
  const [admin, rep] = [await personIn(world, 'admin'), await personIn(world, 'rep')];
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['users:*']) };
  for (const actor of [narrow, rep])
    await expect(world.run(createSignInLink, { id: admin.publicId }, { actor })).rejects.toMatchObject({
      code: 'not_allowed',
    });
});

test('somebody disabled, nobody, and somebody of another workspace get none', async () => {
  const person = await personIn(world, 'rep');
  await expect(world.run(createSignInLink, { id: person.publicId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(createSignInLink, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  await world.run(updateUser, { id: person.publicId, disabled: true });
  await expect(world.run(createSignInLink, { id: person.publicId })).rejects.toMatchObject({ code: 'conflict' });
});
