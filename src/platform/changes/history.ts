import type { Origin } from '#platform/context';
import type { Sql } from '#platform/database';
import { type ChangeSet, changeSetsByIds } from './change-sets.ts';
import { type Change, changesOfRecord } from './changes.ts';

/** A change with who made it. */
export interface HistoryEntry extends Change {
  set: ChangeSet | undefined;
}

/** The changes of a record before a moment, newest first, with who made them. */
export async function historyOf(
  origin: Origin,
  reader: Sql,
  recordId: string,
  most: number,
  before?: Date,
): Promise<HistoryEntry[]> {
  const changes = await changesOfRecord(origin, reader, recordId, new Date(0), most, before);
  const sets = await changeSetsByIds(reader, [...new Set(changes.map((change) => change.changeSetId))]);
  return changes.map((change) => ({ ...change, set: sets.get(change.changeSetId) }));
}
