import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer } from './index.ts';

const received: { to: string[]; source: string }[] = [];
const server = new SMTPServer({
  authOptional: false,
  allowInsecureAuth: true,
  hideSTARTTLS: true,
  onAuth: ({ username, password }, _session, done) =>
    password === 'right' ? done(null, { user: username }) : done(new Error('wrong password')),
  onRcptTo: ({ address }, _session, done) =>
    address.startsWith('nobody') ? done(new Error('no such mailbox')) : done(),
  async onData(stream, session, done) {
    const source = await text(stream);
    received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
    done();
  },
});
let address: string;

beforeAll(async () => {
  server.on('error', () => {});
  const listening = await new Promise<AddressInfo>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve(listener.address() as AddressInfo));
  });
  address = `127.0.0.1:${listening.port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const from = 'Kith <kith@example.com>';
const link = {
  to: "o'brien@example.com",
  subject: 'Sign in · Grüße',
  text: 'https://crm.example.com/sign-in?token=x',
};

test('a mail arrives with its sender, subject and text, and its id is its key', async () => {
  const mailer = createMailer({ smtpUrl: `smtp://kith:right@${address}`, from });
  await mailer.check();
  await mailer.send({ ...link, idempotencyKey: 'link 7' });
  mailer.close();
  expect(received.at(-1)?.to).toEqual(["o'brien@example.com"]);
  expect(received.at(-1)?.source).toMatch(/^From: Kith <kith@example.com>/m);
  expect(received.at(-1)?.source).toMatch(/^Message-ID: <link%207@kith>/im);
  expect(received.at(-1)?.source).toContain(link.text);
});

test('without a mail server it says so, and what to do', async () => {
  const mailer = createMailer({});
  expect(mailer.isConfigured).toBe(false);
  await expect(mailer.send(link)).rejects.toMatchObject({
    code: 'mail_not_configured',
    message: expect.stringContaining('SMTP_URL'),
  });
});

test.each([
  ['a wrong password', () => `smtp://kith:wrong@${address}`, link.to],
  ['nobody there', () => 'smtp://127.0.0.1:1', link.to],
  ['an unknown mailbox', () => `smtp://kith:right@${address}`, 'nobody@example.com'],
])('%s is a clear answer without the password in it', async (_, smtpUrl, to) => {
  const mailer = createMailer({ smtpUrl: smtpUrl(), from });
  const problem = await mailer.send({ ...link, to }).catch((error: unknown) => error);
  mailer.close();
  expect(problem).toMatchObject({ code: 'mail_not_sent', status: 502 });
  expect(JSON.stringify(problem)).not.toMatch(/wrong|right/);
});

test.each(['a@b.c\r\nBcc: x@y.z', 'a@b.c, x@y.z', 'a@b.c;x@y.z'])('%j is not one address', async (to) => {
  const before = received.length;
  const mailer = createMailer({ smtpUrl: `smtp://kith:right@${address}`, from });
  await expect(mailer.send({ ...link, to })).rejects.toMatchObject({ code: 'validation_failed' });
  mailer.close();
  expect(received).toHaveLength(before);
});

test('a subject cannot carry a header', async () => {
  const mailer = createMailer({ smtpUrl: `smtp://kith:right@${address}`, from });
  await mailer.send({ ...link, to: 'a@example.com', subject: 'x\r\nBcc: spy@example.com' });
  mailer.close();
  expect(received.at(-1)?.to).toEqual(['a@example.com']);
  expect(received.at(-1)?.source).not.toMatch(/^Bcc:/m);
});
