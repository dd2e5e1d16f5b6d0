import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { Places } from './places.ts';
import { runningPostmaster } from './postmaster.ts';

/** What `KITH_HOME/database/place.json` says: where the data of this home is. */
interface Pointer {
  home: string;
  dataDirectory: string;
}

/**
 * Before the data is used or made: is it really this home's? A home may have been moved, copied, emptied or started by
 * another account, and an empty database must never appear in the place of a full one without a word.
 */
export function settlePlace(places: Places, say: (line: string) => void): void {
  const pointer = readPointer(places);
  if (pointer === undefined) {
    setForeignDataAside(places, say);
  } else if (!existsSync(places.dataDirectory)) {
    const elsewhere = pointer.home !== places.home && pointer.dataDirectory !== places.dataDirectory;
    if (!elsewhere) throw gone(places, pointer);
    const original = existsSync(join(pointer.home, 'database'));
    if (original)
      say(`This home is a copy of ${pointer.home}, whose database stays with it: beginning with an empty one.`);
    else if (existsSync(pointer.dataDirectory)) followMove(places, pointer, say);
    else throw gone(places, pointer);
  }
}

/** Notes in the home where its data is, and, where that is elsewhere, beside the data whose home it is. */
export function writePointer(places: Places): void {
  if (places.base !== places.privateDirectory) writeFileSync(join(places.base, 'home'), `${places.home}\n`);
  const pointer: Pointer = { home: places.home, dataDirectory: places.dataDirectory };
  const text = `${JSON.stringify(pointer, null, 2)}\n`;
  const file = pointerFile(places);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** A home that was removed and made again under the same path is another home: its predecessor's data is kept, but not used. */
function setForeignDataAside(places: Places, say: (line: string) => void): void {
  if (places.base === places.privateDirectory || !existsSync(places.dataDirectory)) return;
  if (runningPostmaster(places.dataDirectory) !== undefined) {
    throw new EmbeddedDatabaseError(
      `A database of an earlier home at ${places.home} still runs in ${places.base}. Stop what uses it, then start again.`,
    );
  }
  let number = 1;
  while (existsSync(`${places.dataDirectory}.left-${number}`)) number += 1;
  const aside = `${places.dataDirectory}.left-${number}`;
  renameSync(places.dataDirectory, aside);
  say(
    `This home is new, but ${places.base} had data of an earlier home with the same path. It is now ${aside}; remove it if unneeded.`,
  );
}

function followMove(places: Places, pointer: Pointer, say: (line: string) => void): void {
  if (runningPostmaster(pointer.dataDirectory) !== undefined) {
    throw new EmbeddedDatabaseError(
      `This home was moved from ${pointer.home} while its database ran. Stop the Kith that was started there, then start again.`,
    );
  }
  renameSync(pointer.dataDirectory, places.dataDirectory);
  const old = dirname(pointer.dataDirectory);
  for (const rest of ['s', 'guard', 'home']) rmSync(join(old, rest), { recursive: true, force: true });
  if (readdirSync(old).length === 0) rmdirSync(old);
  say(`This home was moved here from ${pointer.home}; its data moved along to ${places.dataDirectory}.`);
}

function gone(places: Places, pointer: Pointer): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The data of this home was made in ${pointer.dataDirectory}, and Kith would now use ${places.dataDirectory}, where there is ` +
      `none. If another account started Kith before, start it as that one; if the folder is lost, restore it from a backup, or ` +
      `remove ${pointerFile(places)} to begin with an empty database.`,
  );
}

function pointerFile(places: Places): string {
  return join(places.privateDirectory, 'place.json');
}

function readPointer(places: Places): Pointer | undefined {
  try {
    return JSON.parse(readFileSync(pointerFile(places), 'utf8')) as Pointer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
