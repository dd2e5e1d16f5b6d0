import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { personIn, signedIn, withSecondFactor } from '../people.fixture.ts';
import { getSettings } from './get-settings.ts';
import { updateSettings } from './update-settings.ts';

const world = await testWorld();
const mail = { host: 'smtp.example.com', port: 465, user: 'kith', from: 'Kith <kith@example.com>' };
const stored = async () =>
  (
    await world.database
      .reader(world.workspaceId)
      .first(sql<{ text: string }>`select settings::text as text from workspaces`)
  )?.text ?? '';

test('settings change, one by one, and it is announced by their names', async () => {
  await world.run(updateSettings, { name: 'Acme Ltd', baseUrl: 'https://crm.example.com/', country: 'DE' });
  const settings = await world.run(updateSettings, { currency: 'EUR', timeZone: 'Europe/Berlin' });
  expect(settings).toMatchObject({
    name: 'Acme Ltd',
    baseUrl: 'https://crm.example.com',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
  expect(await world.run(getSettings, {})).toEqual(settings);
  expect(await world.eventTypes()).toContain('identity.settings.updated');
});

test('the password of the mail server is sealed, and never shown', async () => {
  const settings = await world.run(updateSettings, { mail: { ...mail, password: 'hunter2-hunter2' } });
  expect(settings.mail).toEqual({ ...mail, secure: true, hasPassword: true });
  expect(await stored()).not.toContain('hunter2');
});

test('the kept password goes to no other server', async () => {
  await world.run(updateSettings, { mail: { ...mail, password: 'hunter2-hunter2' } });
  expect((await world.run(updateSettings, { mail: { ...mail, from: 'x@example.com' } })).mail.hasPassword).toBe(true);
  expect((await world.run(updateSettings, { mail: { ...mail, host: 'evil.example.net' } })).mail.hasPassword).toBe(
    false,
  );
  expect((await world.run(updateSettings, { mail })).mail.hasPassword).toBe(false);
  expect((await world.run(updateSettings, { mail: null })).mail).toBeNull();
});

test('bad input is refused', async () => {
  const bad = [
    { baseUrl: 'javascript:alert(1)' },
    { baseUrl: 'https://user:pw@x.y' },
    { baseUrl: 'https://x.y/?a' },
    { baseUrl: 'ftp://x' },
    { country: 'XX' },
    { country: 'Germany' },
    { timeZone: 'Nowhere' },
    { currency: 'XXXX' },
    { name: '' },
    { name: '\u0000' },
    { mail: {} },
    { mail: { ...mail, host: 'a b' } },
    { mail: { ...mail, port: 0 } },
    { mail: { ...mail, from: 'a@b\r\nBcc: c@d' } },
    { mail: { ...mail, sealedPassword: 'x' } },
    { settings: {} },
    { id: 'x' },
  ];
  for (const input of bad)
    await expect(world.run(updateSettings, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('nobody without the permission, and never those of another workspace', async () => {
  await expect(
    world.run(updateSettings, { name: 'X' }, { actor: await personIn(world, 'manager') }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
  const before = await world.run(getSettings, {});
  await world.run(updateSettings, { name: 'Mine', currency: 'USD' }, { actor: world.stranger });
  expect(await world.run(getSettings, {})).toEqual(before);
});

test('a role that must have a second factor may do nothing before it has one, and then everything', async () => {
  const person = await personIn(world, 'marketing');
  const { token } = await signedIn(world, person);
  const now = () => authenticate(world.ports, { session: token });
  await world.run(updateSettings, { security: { secondFactorRoles: ['marketing_user'], sessionIdleMinutes: 60 } });
  expect([...(await now()).permissions].sort()).toEqual(['profile:read', 'profile:write', 'session:read']);
  await withSecondFactor(world, await now());
  expect((await now()).permissions.has('contacts:read')).toBe(true);
  await world.run(updateSettings, { security: { secondFactorRoles: [] } });
  expect((await world.run(getSettings, {})).security).toEqual({ sessionIdleMinutes: 60, secondFactorRoles: [] });
  for (const security of [
    { sessionIdleMinutes: 1 },
    { sessionIdleMinutes: 1e9 },
    { secondFactorRoles: ['root'] },
    { off: true },
  ])
    await expect(world.run(updateSettings, { security } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
