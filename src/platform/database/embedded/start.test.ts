import { chownSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ask, canRunAsOthers, hold, newHome, removeHomes } from './fixtures/homes.ts';
import { startEmbedded } from './start.ts';

const say = () => undefined;

vi.setConfig({ testTimeout: 60_000 });
afterEach(removeHomes);

it('makes a database at the first start, and finds it again at the next', async () => {
  const home = newHome();
  const begunAt = performance.now();
  const first = await startEmbedded({ home, say });
  const firstMs = performance.now() - begunAt;
  expect(first.state).toBe('initialised');
  await ask(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();
  const againAt = performance.now();
  const second = await startEmbedded({ home, say });
  console.info(`first start ${Math.round(firstMs)} ms, later start ${Math.round(performance.now() - againAt)} ms`);
  expect(second.state).toBe('started');
  expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(firstMs).toBeLessThan(50_000);
});

it('gives the server a role that bypasses nothing, and listens nowhere but on its socket', async () => {
  const { ownerUrl, appUrl, stop } = await startEmbedded({ home: newHome(), say });
  const roles = await ask(
    ownerUrl,
    `select rolname, rolcanlogin as login, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty
     from pg_roles where rolname like 'kith%' order by 1`,
  );
  expect(roles).toEqual([
    { rolname: 'kith_app', login: true, mighty: false },
    { rolname: 'kith_owner', login: true, mighty: true },
    { rolname: 'kith_system', login: false, mighty: false },
  ]);
  expect(await ask(appUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  await expect(ask(appUrl.replace(/:[^:@]+@/, ':guessed@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
  await stop();
});

it('keeps the passwords where only the one who runs Kith can read them', async () => {
  const home = newHome();
  const { dataDirectory, stop } = await startEmbedded({ home, say });
  expect(statSync(join(home, 'database/passwords.json')).mode & 0o777).toBe(0o600);
  expect(statSync(dataDirectory).mode & 0o777).toBe(0o700);
  await stop();
});

it('sorts by code point and knows every alphabet, and a plain index serves prefixes', async () => {
  const { appUrl, stop } = await startEmbedded({ home: newHome(), say });
  const words = `(values ('zoe'), ('Ärger'), ('anna'), ('Zoe')) as words(w)`;
  const sorted = await ask(appUrl, `select string_agg(w, ' ' order by w) as list, lower('ŁÄМ') as low from ${words}`);
  expect(sorted).toEqual([{ list: 'Zoe anna zoe Ärger', low: 'łäм' }]);
  expect(await ask(appUrl, `select to_tsvector('simple', 'Łódź, Москва')::text as v`)).toEqual([
    { v: "'łódź':1 'москва':2" },
  ]);
  const plan = await ask(
    appUrl,
    `create temp table names as select 'n' || i as name from generate_series(1, 20000) i; create index on names (name);
     analyze names; explain select * from names where name ^@ 'n1999'`,
  );
  expect(JSON.stringify(plan)).toContain("Index Cond: ((name >= 'n1999'::text)");
  await stop();
});

it('passes our own settings on to PostgreSQL', async () => {
  const { ownerUrl, stop } = await startEmbedded({ home: newHome(), say, settings: { max_connections: '17' } });
  expect(await ask(ownerUrl, 'show max_connections')).toEqual([{ max_connections: '17' }]);
  await stop();
});

it('says what PostgreSQL said when a setting is wrong, and starts once it is right', async () => {
  const home = newHome();
  await expect(startEmbedded({ home, say, settings: { shared_buffers: 'plenty' } })).rejects.toThrow(/shared_buffers/);
  await (await startEmbedded({ home, say })).stop();
});

it.each(['a path with spaces & "quotes", Łódź', `${'very-long-name-'.repeat(9)}/${'and-longer-'.repeat(9)}`])(
  'runs in %s',
  async (name) => {
    const { appUrl, stop } = await startEmbedded({ home: newHome(name), say });
    expect(await ask(appUrl, 'select current_user')).toEqual([{ current_user: 'kith_app' }]);
    await stop();
  },
);

it('never gives two homes the same database', async () => {
  const [one, two] = await Promise.all([
    startEmbedded({ home: newHome(), say }),
    startEmbedded({ home: newHome(), say }),
  ]);
  await ask(one.ownerUrl, 'create table only_here ()');
  expect(await ask(two.ownerUrl, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
  expect(one.dataDirectory).not.toBe(two.dataDirectory);
  await Promise.all([one.stop(), two.stop()]);
});

it.runIf(canRunAsOthers())('runs for an ordinary user with everything in the home', async () => {
  for (const name of ['home', 'long-'.repeat(30)]) {
    const home = newHome(name);
    chownSync(home, 65534, 65534);
    chownSync(join(home, '..'), 65534, 65534);
    const held = await hold(home, { uid: 65534, gid: 65534 });
    expect(held.error).toBeUndefined();
    expect(held.dataDirectory).toBe(join(home, 'database/data'));
    await held.leave();
    expect(JSON.parse(readFileSync(join(home, 'database/place.json'), 'utf8'))).toMatchObject({ home });
  }
});

it.runIf(canRunAsOthers())('says what to do when the account has no name', async () => {
  const home = newHome();
  chownSync(home, 54_321, 54_321);
  chownSync(join(home, '..'), 54_321, 54_321);
  const { error } = await hold(home, { uid: 54_321, gid: 54_321 });
  expect(error).toMatch(/uid 54321, which has no entry in \/etc\/passwd.*Add one.*DATABASE_URL/);
});
