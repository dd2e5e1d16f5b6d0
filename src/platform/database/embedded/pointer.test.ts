import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ask, newHome, removeHomes } from './fixtures/homes.ts';
import { removeEmbedded } from './remove.ts';
import { startEmbedded } from './start.ts';

const isRoot = process.getuid?.() === 0;
const kept = (url: string) => ask<{ there: boolean }>(url, `select to_regclass('kept') is not null as there`);

vi.setConfig({ testTimeout: 60_000 });
afterEach(removeHomes);

async function homeWithData(): Promise<{ home: string; dataDirectory: string; ownerUrl: string }> {
  const home = newHome();
  const { ownerUrl, dataDirectory, stop } = await startEmbedded({ home, say: () => undefined });
  await ask(ownerUrl, 'create table kept ()');
  await stop();
  return { home, dataDirectory, ownerUrl };
}

async function startAndLook(home: string) {
  const said: string[] = [];
  const { state, appUrl, stop } = await startEmbedded({ home, say: (line) => said.push(line) });
  const [row] = await kept(appUrl);
  await stop();
  return { state, there: row?.there, said: said.join('\n') };
}

it('takes its data along when the home is moved', async () => {
  const { home } = await homeWithData();
  const target = newHome('moved');
  rmSync(target, { recursive: true });
  renameSync(home, target);
  expect(await startAndLook(target)).toMatchObject({ state: 'started', there: true });
});

it.runIf(isRoot)('gives a copied home a database of its own, and says so', async () => {
  const { home } = await homeWithData();
  const copy = newHome('copy');
  cpSync(home, copy, { recursive: true });
  const first = await startAndLook(copy);
  expect(first).toMatchObject({ state: 'initialised', there: false });
  expect(first.said).toContain(`copy of ${home}`);
  expect(await startAndLook(home)).toMatchObject({ state: 'started', there: true });
});

it.runIf(isRoot)('sets the data aside when the home was removed and made again', async () => {
  const { home, dataDirectory } = await homeWithData();
  rmSync(home, { recursive: true });
  mkdirSync(home);
  const first = await startAndLook(home);
  expect(first).toMatchObject({ state: 'initialised', there: false });
  expect(existsSync(`${dataDirectory}.left-1`)).toBe(true);
  expect(first.said).toContain(`${dataDirectory}.left-1`);
});

it('refuses to begin with an empty database when the data of the home is lost', async () => {
  const { home, dataDirectory } = await homeWithData();
  rmSync(dataDirectory, { recursive: true });
  await expect(startAndLook(home)).rejects.toThrow(/restore it from a backup, or remove .*place\.json/);
  rmSync(join(home, 'database/place.json'));
  expect(await startAndLook(home)).toMatchObject({ state: 'initialised' });
});

it('makes new passwords when the home has lost its own', async () => {
  const { home, ownerUrl } = await homeWithData();
  rmSync(join(home, 'database/passwords.json'));
  expect(await startAndLook(home)).toMatchObject({ state: 'started', there: true });
  const running = await startEmbedded({ home, say: () => undefined });
  await expect(kept(ownerUrl)).rejects.toThrow('password authentication failed');
  await running.stop();
});

it('clears away what an interrupted first start left', async () => {
  const { home, dataDirectory } = await homeWithData();
  renameSync(dataDirectory, join(dirname(dataDirectory), 'data.new.77'));
  rmSync(join(home, 'database/place.json'));
  expect(await startAndLook(home)).toMatchObject({ state: 'initialised' });
  expect(existsSync(join(dirname(dataDirectory), 'data.new.77'))).toBe(false);
});

it("removes all of a home's database, but never one that runs", async () => {
  const { home, dataDirectory } = await homeWithData();
  const running = await startEmbedded({ home, say: () => undefined });
  expect(() => removeEmbedded(home)).toThrow('still runs');
  await running.stop();
  removeEmbedded(home);
  expect([existsSync(dataDirectory), existsSync(join(home, 'database'))]).toEqual([false, false]);
});
