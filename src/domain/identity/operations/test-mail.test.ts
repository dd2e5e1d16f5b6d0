import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { mailSignInLink } from '../jobs/mail-sign-in-link.ts';
import { origin, personIn } from '../people.fixture.ts';
import { signInByLink } from '../sign-in.ts';
import { createSignInLink } from './create-sign-in-link.ts';
import { testMail } from './test-mail.ts';
import { updateSettings } from './update-settings.ts';

const world = await testWorld();
const received: { to: string[]; source: string }[] = [];
const server = new SMTPServer({
  allowInsecureAuth: true,
  hideSTARTTLS: true,
  onAuth: ({ username, password }, _session, done) =>
    password === 'p:w/@ü?#%' ? done(null, { user: username }) : done(new Error('wrong password')),
  async onData(stream, session, done) {
    received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: await text(stream) });
    done();
  },
});
let port = 0;

beforeAll(async () => {
  server.on('error', () => undefined);
  port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
  });
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const useServer = (password: string) =>
  world.run(updateSettings, {
    mail: { host: '127.0.0.1', port, user: 'kith@example.com', password, from: 'Kith <kith@example.com>' },
  });

test('without a mail server it says so', async () => {
  await expect(world.run(testMail, {})).rejects.toMatchObject({ code: 'mail_not_configured' });
});

test('a mail comes to the one who asks, with a password of any characters', async () => {
  await useServer('p:w/@ü?#%');
  const actor = await personIn(world, 'admin');
  expect(await world.run(testMail, {}, { actor })).toEqual({ works: true, sentTo: actor.email });
  expect(received.at(-1)?.to).toEqual([actor.email]);
});

test('a wrong password is told, without the password', async () => {
  await useServer('wrong-password');
  const error = await world.run(testMail, {}).catch((failure: Error) => failure);
  expect(error).toMatchObject({ code: 'mail_not_sent' });
  expect(error.message).not.toContain('wrong-password');
});

test('a mailed sign-in link is another one than the shown one, and signs in', async () => {
  await useServer('p:w/@ü?#%');
  const person = await personIn(world, 'rep');
  const shown = await world.run(createSignInLink, { id: person.publicId });
  expect(shown.mailed).toBe(true);
  const job = {
    ports: world.ports,
    workspaceId: world.workspaceId,
    actor: world.admin,
    signal: AbortSignal.timeout(5000),
    jobId: '1',
    attempt: 1,
  };
  await mailSignInLink.run(job, { userId: person.id });
  const source = received.at(-1)?.source.replace(/=\r\n/g, '').replaceAll('=3D', '=') ?? '';
  const token = /token=(kithl_[\w-]{43})/.exec(source)?.[1] ?? '';
  expect(shown.url).not.toContain(token);
  expect((await signInByLink(world.ports, token, origin)).actor.id).toBe(person.id);
});

test('refuses without permission, bad input, and another workspace has no mail server', async () => {
  await expect(world.run(testMail, {}, { actor: await personIn(world, 'manager') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(testMail, { to: 'x@example.com' } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(world.run(testMail, {}, { actor: world.stranger })).rejects.toMatchObject({
    code: 'mail_not_configured',
  });
});
