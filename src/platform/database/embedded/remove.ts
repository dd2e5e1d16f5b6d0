import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { rootBase } from './places.ts';
import { runningPostmaster } from './postmaster.ts';

/**
 * Removes the database of a home for good, also where root keeps it outside of the home; the home itself stays. Throws
 * EmbeddedDatabaseError while it runs.
 */
export function removeEmbedded(home: string): void {
  if (!existsSync(home)) return;
  const real = realpathSync(home);
  const bases = [join(real, 'database'), ...(process.getuid?.() === 0 ? [rootBase(real)] : [])];
  for (const base of bases) {
    if (runningPostmaster(join(base, 'data')) !== undefined) {
      throw new EmbeddedDatabaseError(`The database in ${base} still runs. Stop what uses it, then remove it.`);
    }
  }
  for (const base of bases) rmSync(base, { recursive: true, force: true });
}
