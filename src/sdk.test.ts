import { createKith } from '@kith/sdk';
import { afterAll, expect, test } from 'vitest';
import { createKey } from '#domain/identity';
import { loadConfig } from '#platform/config';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { testWorld } from '#platform/testing';
import { createServer } from './serve.ts';

const world = await testWorld();
const { ports, workspaceId, urls } = world;
const config = loadConfig({ KITH_HOME: '/nowhere', PORT: '0' });
const log = createLog({ level: 'silent' });
const telemetry = createTelemetry({ processMetrics: false });
const ground = { ports, appUrl: urls.appUrl, close: async () => undefined };
const server = await createServer({ ground, config, log, telemetry, version: '1.2.3' });
await server.listen({ port: 0, host: 'localhost' });
afterAll(() => server.close());

const bound = server.server.address();
const baseUrl = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}`;
const { key } = await createKey(ports, { workspaceId, name: 'SDK', role: 'admin' });
const kith = createKith({ baseUrl, apiKey: key });

test('a record is made, read, changed, listed and taken away', async () => {
  let changeSetId: string | undefined;
  const made = await kith.contacts.create({ firstName: 'Ana', city: 'Berlin' });
  expect(made.name).toBe('Ana');
  const onDetails = (details: { changeSetId: string | undefined }) => {
    changeSetId = details.changeSetId;
  };
  const changed = await kith.contacts.update({ id: made.id, title: 'CTO' }, { version: made.version, onDetails });
  expect(changed).toMatchObject({ title: 'CTO', version: made.version + 1 });
  await expect(kith.contacts.update({ id: made.id, title: 'CEO' }, { version: made.version })).rejects.toMatchObject({
    status: 412,
    code: 'version_changed',
  });
  await kith.changes.undo({ changeSetId: changeSetId ?? '' });
  expect(await kith.contacts.get({ id: made.id })).toMatchObject({ title: null });
  const { data } = await kith.contacts.list({ filter: { city: { eq: 'Berlin' } }, fields: ['name'] });
  expect(data.map((contact) => contact.name)).toEqual(['Ana']);
  expect(await kith.contacts.delete({ id: made.id })).toBeUndefined();
  await expect(kith.contacts.get({ id: made.id })).rejects.toMatchObject({ status: 404 });
});

test('all records of a list come one after the other, however many pages they take', async () => {
  for (let i = 0; i < 5; i += 1) await kith.accounts.create({ name: `Account ${i}` });
  const names: string[] = [];
  for await (const account of kith.accounts.each({ sort: 'name', limit: 2 })) names.push(account.name);
  expect(names).toEqual(['Account 0', 'Account 1', 'Account 2', 'Account 3', 'Account 4']);
});

test('a write with a key of its own is done once', async () => {
  const options = { idempotencyKey: 'mine' };
  const first = await kith.accounts.create({ name: 'Once' }, options);
  let replayed = false;
  const second = await kith.accounts.create(
    { name: 'Once' },
    { ...options, onDetails: (details) => (replayed = details.replayed) },
  );
  expect(second).toEqual(first);
  expect(replayed).toBe(true);
});

test('a list is exported, and a file sent', async () => {
  const file = await kith.accounts.export({ filter: { name: { startsWith: 'Account' } } });
  expect(file.name).toMatch(/^accounts-.*\.csv$/);
  expect(await file.text()).toContain('Account 4');
  const leads = new File(['First name,E-mail\nBo,bo@example.com\n'], 'leads.csv');
  const started = await kith.imports.create({ file: leads, dryRun: true });
  expect(started.id).toMatch(/^im_/);
});

test('what happens is heard as it happens, and a stop is a stop', async () => {
  const stop = new AbortController();
  const heard: string[] = [];
  let isOpen: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  const listening = (async () => {
    for await (const event of kith.events({ types: ['crm.contact.*'], signal: stop.signal, onPlace: isOpen })) {
      heard.push(event.type);
      stop.abort();
    }
  })();
  await open;
  await kith.contacts.create({ firstName: 'Cy' });
  await listening;
  expect(heard).toEqual(['crm.contact.created']);
});

test('whoever has no key is told to sign in', async () => {
  let signedOut = 0;
  const stranger = createKith({ baseUrl, onSignedOut: () => (signedOut += 1) });
  await expect(stranger.contacts.list()).rejects.toMatchObject({ status: 401, code: 'not_signed_in' });
  await expect(stranger.events().next()).rejects.toMatchObject({ status: 401 });
  expect(signedOut).toBe(2);
});
