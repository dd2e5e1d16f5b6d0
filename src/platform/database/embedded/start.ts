import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, databaseAccount } from './account.ts';
import { answers, stopOrphan } from './adopt.ts';
import { installBinaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { initialiseData, resetPasswords, writeSettings } from './initialise.ts';
import { type Lease, takeLease } from './lease.ts';
import { type Passwords, readOrMakePasswords } from './passwords.ts';
import { makePlaces, type Places, placesOf, realHome, rootBase } from './places.ts';
import { settlePlace, writePointer } from './pointer.ts';
import { clearStaleLocks, readPostmasterFile, runningPostmaster } from './postmaster.ts';
import { databaseSettings, renderSettings } from './settings.ts';
import type { GuardOrder } from './watch.ts';

/** A running PostgreSQL of one home. */
export interface EmbeddedDatabase {
  /** Connection string of `kith_owner`: migrations, roles, extensions. */
  ownerUrl: string;
  /** Connection string of `kith_app`, which cannot bypass row-level security. */
  appUrl: string;
  dataDirectory: string;
  /** `initialised`: made just now. `started`: it was there. `adopted`: it ran already, for another process or as an orphan. */
  state: 'initialised' | 'started' | 'adopted';
  /** Leaves the database, and resolves when that is done. The last process that leaves stops PostgreSQL, whoever started it. */
  stop(): Promise<void>;
}

/** What `startEmbedded` needs: `home` is KITH_HOME, `settings` are PostgreSQL's, over ours. */
export interface EmbeddedOptions {
  home: string;
  say: (line: string) => void;
  settings?: Record<string, string>;
}

interface Start extends EmbeddedOptions {
  account: Account;
  places: Places;
  order: GuardOrder;
  passwords: Passwords;
}

/**
 * Starts the embedded PostgreSQL of a home, or joins the one that runs. It ends with the last process that uses it, even
 * when that is killed. Throws EmbeddedDatabaseError, whose message says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = realHome(options.home);
  const account = databaseAccount(join(rootBase(home), 'data'));
  const places = placesOf(home, account);
  makePlaces(places, account);
  const order: GuardOrder = {
    socket: places.guardSocket,
    lockFile: places.lockFile,
    dataDirectory: places.dataDirectory,
    socketDirectory: places.socketDirectory,
    startLog: join(places.privateDirectory, 'start.log'),
    ...(account.switched ? { uid: account.uid, gid: account.gid } : {}),
  };
  const start: Start = { ...options, account, places, order, passwords: readOrMakePasswords(places.privateDirectory) };
  const entered = await enter(start);
  return leasedDatabase(start, entered.lease, entered.state);
}

async function enter(start: Start): Promise<{ lease: Lease; state: EmbeddedDatabase['state'] }> {
  const { places } = start;
  const { lease, first } = await takeLease(start.order);
  try {
    const state = first[0] === 'running' ? 'adopted' : await bringUp(start, lease);
    if (first[0] === 'running' && !(await answers(places.dataDirectory, urlOf(start, 'kith_owner')))) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL runs in ${places.dataDirectory}, but does not let us in. Stop the Kith that uses it, then start again.`,
      );
    }
    lease.keepProcess(false);
    return { lease, state };
  } catch (error) {
    lease.drop();
    throw error;
  }
}

/** It is our turn: nobody else prepares or uses this database. A server that runs nevertheless has lost its guard. */
async function bringUp(start: Start, lease: Lease): Promise<EmbeddedDatabase['state']> {
  const { places, account, passwords, say } = start;
  settlePlace(places, say);
  const tools = { account, binaries: installBinaries(places.programs, say) };
  if (runningPostmaster(places.dataDirectory) !== undefined) {
    if (!passwords.fresh && (await answers(places.dataDirectory, urlOf(start, 'kith_owner')))) {
      lease.say('up', tools.binaries.postgres);
      return 'adopted';
    }
    await stopOrphan(places.dataDirectory);
  }
  await clearStaleLocks(places.dataDirectory, places.socketDirectory);
  const fresh = !existsSync(places.dataDirectory);
  if (fresh) {
    say(`Making the database in ${places.dataDirectory}${account.switched ? `, run as ${account.name}` : ''}`);
    await initialiseData(places.dataDirectory, tools, passwords);
  } else if (passwords.fresh) {
    await resetPasswords(places.dataDirectory, tools, passwords);
  }
  writePointer(places);
  writeSettings(
    places.dataDirectory,
    account,
    renderSettings(databaseSettings(places.socketDirectory, start.settings)),
  );
  lease.say('start', tools.binaries.postgres);
  await untilReady(start, lease);
  lease.say('up');
  return fresh ? 'initialised' : 'started';
}

/** Waits as long as the server lives: after a crash it may have minutes of its log to read. */
async function untilReady({ places, order, say }: Start, lease: Lease): Promise<void> {
  const started = await lease.hear();
  const pid = Number(started?.[1]);
  let ended: string | undefined = started?.[0] === 'started' ? undefined : (started?.[1] ?? 'its guard is gone');
  void lease.hear().then((line) => {
    ended = line?.[1] ?? 'its guard is gone';
  });
  for (let waited = 1; ; waited += 1) {
    const file = readPostmasterFile(places.dataDirectory);
    if (file?.pid === pid && file.status === 'ready') return;
    if (ended !== undefined) {
      const log = existsSync(order.startLog) ? readFileSync(order.startLog, 'utf8').trim().slice(-2000) : '';
      throw new EmbeddedDatabaseError(
        `PostgreSQL did not start (${ended}). Its log is in ${places.dataDirectory}/log.\n${log}`,
      );
    }
    if (waited % 2000 === 0) say('PostgreSQL is reading its log after a crash; this ends by itself.');
    await sleep(3);
  }
}

function leasedDatabase(start: Start, first: Lease, state: EmbeddedDatabase['state']): EmbeddedDatabase {
  let lease: Lease | undefined = first;
  let stopped: Promise<void> | undefined;
  // The guard itself may be killed. The database lives on, and gets a new guard from whoever uses it.
  const hold = (held: Lease) =>
    held.onLost(() => {
      lease = undefined;
      if (stopped !== undefined) return;
      enter({ ...start, passwords: { ...start.passwords, fresh: false } }).then(
        (entered) => {
          lease = entered.lease;
          hold(lease);
        },
        (error: Error) => start.say(error.message),
      );
    });
  hold(first);
  const leave = async () => {
    lease?.keepProcess(true);
    lease?.say('leave');
    await lease?.hear();
    lease?.drop();
  };
  return {
    ownerUrl: urlOf(start, 'kith_owner'),
    appUrl: urlOf(start, 'kith_app'),
    dataDirectory: start.places.dataDirectory,
    state,
    stop() {
      stopped ??= leave();
      return stopped;
    },
  };
}

/** The folder stands percent-encoded in place of the host: libpq, pg, postgres.js and `new URL` all read that. */
function urlOf({ places, passwords }: Start, role: 'kith_owner' | 'kith_app'): string {
  const password = role === 'kith_owner' ? passwords.owner : passwords.app;
  return `postgres://${role}:${password}@${encodeURIComponent(places.socketDirectory)}/kith`;
}
