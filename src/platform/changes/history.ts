import type { Origin } from '#platform/context';
import type { Sql } from '#platform/database';
import type { ChangeSet } from './change-sets.ts';
import { type Change, changesWithSets } from './changes.ts';

/** A change with who made it. */
export interface HistoryEntry extends Change {
  set: ChangeSet | undefined;
}

/** The changes of a record before a moment, newest first, with who made them. */
export function historyOf(
  origin: Origin,
  reader: Sql,
  recordId: string,
  most: number,
  before?: Date,
): Promise<HistoryEntry[]> {
  return changesWithSets(origin, reader, recordId, most, before);
}
