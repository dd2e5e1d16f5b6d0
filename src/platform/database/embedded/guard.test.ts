import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { ask, type Held, hold, newHome, removeHomes, until } from './fixtures/homes.ts';
import { runningPostmaster } from './postmaster.ts';
import { startEmbedded } from './start.ts';

const say = () => undefined;
const runs = ({ dataDirectory }: Pick<Held, 'dataDirectory'>) => runningPostmaster(dataDirectory) !== undefined;
const guards = (home: string) =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('guard.ts') && line.includes(home))
    .map((line) => Number.parseInt(line, 10));

vi.setConfig({ testTimeout: 60_000 });
afterEach(removeHomes);

it('stops PostgreSQL within moments when the process that started it is killed', async () => {
  const home = newHome();
  const held = await hold(home);
  await ask(held.ownerUrl, 'create table kept as select 1 as n');
  held.process.kill('SIGKILL');
  const begunAt = performance.now();
  await until(() => !runs(held));
  console.info(`stopped ${Math.round(performance.now() - begunAt)} ms after SIGKILL`);
  await until(() => guards(home).length === 0);
  const next = await hold(home);
  expect(next.state).toBe('started');
  expect(await ask(next.appUrl, `select to_regclass('kept') is not null as there`)).toEqual([{ there: true }]);
});

it('stops PostgreSQL when the process ends without a word', async () => {
  const held = await hold(newHome());
  held.process.kill('SIGTERM');
  await until(() => !runs(held));
});

it('keeps PostgreSQL while another process uses it, whoever started it', async () => {
  const home = newHome();
  const starter = await hold(home);
  const second = await hold(home);
  const third = await hold(home);
  expect([starter.state, second.state, third.state]).toEqual(['initialised', 'adopted', 'adopted']);
  await third.leave();
  expect(await ask(starter.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await starter.leave();
  expect(await ask(second.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await second.leave();
  expect(runs(second)).toBe(false);
});

it('lets two first starts at once make one database', async () => {
  const home = newHome();
  const both = await Promise.all([hold(home), hold(home)]);
  expect(both.map(({ state }) => state).sort()).toEqual(['adopted', 'initialised']);
  expect(both[0]?.ownerUrl).toBe(both[1]?.ownerUrl);
});

it('starts at once after the last user has left, however close', async () => {
  const home = newHome();
  for (let round = 0; round < 5; round += 1) {
    const one = await startEmbedded({ home, say });
    const leaving = one.stop();
    const next = await startEmbedded({ home, say });
    await leaving;
    expect(await ask(next.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await next.stop();
  }
});

it('adopts a server that lost both its user and its guard', async () => {
  const home = newHome();
  const lost = await hold(home);
  const server = runningPostmaster(lost.dataDirectory);
  for (const pid of [...guards(home), lost.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
  const next = await hold(home);
  expect(next.state).toBe('adopted');
  expect(runningPostmaster(next.dataDirectory)).toBe(server);
  console.info(`adopted in ${next.ms} ms`);
  await next.leave();
  expect(runs(next)).toBe(false);
});

it('does not adopt a server whose password is lost, but starts it anew', async () => {
  const home = newHome();
  const lost = await hold(home);
  for (const pid of [...guards(home), lost.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
  rmSync(join(home, 'database/passwords.json'));
  const next = await hold(home);
  expect(next.state).toBe('started');
  expect(await ask(next.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

it('starts after users, guard and PostgreSQL were killed at once, again and again', async () => {
  const home = newHome();
  for (let round = 0; round < 4; round += 1) {
    const held = await hold(home);
    expect(held.error).toBeUndefined();
    const server = runningPostmaster(held.dataDirectory) ?? 0;
    for (const pid of [server, ...guards(home), held.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
  }
});

it('starts an adopted PostgreSQL again when that is killed', async () => {
  const home = newHome();
  const lost = await hold(home);
  for (const pid of [...guards(home), lost.process.pid ?? 0]) process.kill(pid, 'SIGKILL');
  const held = await hold(home);
  expect(held.state).toBe('adopted');
  await ask(held.ownerUrl, 'select 1');
  process.kill(runningPostmaster(held.dataDirectory) ?? 0, 'SIGKILL');
  await until(() => ask(held.appUrl, 'select 1').then(Boolean, () => false));
});

it('gets a new guard when its guard is killed, and PostgreSQL runs on', async () => {
  const home = newHome();
  const held = await hold(home);
  const server = runningPostmaster(held.dataDirectory);
  for (let round = 0; round < 3; round += 1) {
    const [old] = guards(home);
    process.kill(old ?? 0, 'SIGKILL');
    await until(() => guards(home).length === 1 && guards(home)[0] !== old);
    await sleep(300);
    expect(await ask(held.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(runningPostmaster(held.dataDirectory)).toBe(server);
  }
  held.process.kill('SIGKILL');
  await until(() => !runs(held));
});

it('starts PostgreSQL again when that is killed under its users', async () => {
  const held = await hold(newHome());
  const before = runningPostmaster(held.dataDirectory) ?? 0;
  process.kill(before, 'SIGKILL');
  const tookMs = await until(() => ask(held.appUrl, 'select 1').then(Boolean, () => false));
  console.info(`PostgreSQL answers again ${tookMs} ms after its SIGKILL`);
  expect(runningPostmaster(held.dataDirectory)).not.toBe(before);
});

it('is not fooled by lock files whose number belongs to somebody else now', async () => {
  const home = newHome();
  const held = await hold(home);
  const file = join(held.dataDirectory, 'postmaster.pid');
  const socketLock = join(decodeURIComponent(new URL(held.appUrl).hostname), '.s.PGSQL.5432.lock');
  const text = readFileSync(file, 'utf8');
  const socketText = readFileSync(socketLock, 'utf8');
  await held.leave();
  for (const stranger of [process.pid, process.ppid, 1, 4_194_303]) {
    writeFileSync(file, text.replace(/^\d+/, String(stranger)));
    writeFileSync(socketLock, socketText.replace(/^\d+/, String(stranger)));
    const next = await hold(home);
    expect(next.state).toBe('started');
    await next.leave();
  }
});
