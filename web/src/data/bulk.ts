import { texts } from '../texts/index.ts';
import { say, sayFailed } from '../ui/toast.tsx';
import { addressOf, call, post } from './api.ts';
import { changeCached, dropCached, refreshLists } from './cached.ts';
import type { ObjectName } from './catalogue.ts';
import { undo } from './changes.ts';
import { ApiProblem } from './problem.ts';
import { askFor, type ListQuery, pathOf } from './records.ts';
import type { KithRecord, Named } from './types.ts';
import { bodyOf, withValues } from './values.ts';

/** Which records a bulk operation is about: these, or all that a filter finds. */
export type Target = { ids: string[] } | { filter: unknown; q?: string | undefined };

interface BulkAnswer {
  changeSetId?: string;
  updated?: number;
  deleted?: number;
}

const idsOf = (target: Target) => new Set('ids' in target ? target.ids : []);

/** Sets the same values on many records; the change is shown at once and can be taken back. */
export async function updateMany(
  object: ObjectName,
  target: Target,
  set: Record<string, unknown>,
  names: Record<string, Named | null> = {},
): Promise<void> {
  changeCached(object, idsOf(target), (record) => withValues(record, set, names));
  try {
    const answer = await post<BulkAnswer>(`${pathOf[object]}/bulk-update`, { ...target, set: bodyOf(set) });
    sayDone(texts.bulk.updated(object, answer.updated ?? idsOf(target).size), answer.changeSetId);
  } catch (error) {
    sayFailed(texts.edit.notSaved(ApiProblem.from(error).detail));
  } finally {
    refreshLists(object);
  }
}

export async function deleteMany(object: ObjectName, target: Target): Promise<void> {
  dropCached(object, idsOf(target));
  try {
    const answer = await post<BulkAnswer>(`${pathOf[object]}/bulk-delete`, target);
    sayDone(texts.bulk.deleted(object, answer.deleted ?? idsOf(target).size), answer.changeSetId);
  } catch (error) {
    sayFailed(texts.edit.notDeleted(ApiProblem.from(error).detail));
  } finally {
    refreshLists(object);
  }
}

function sayDone(text: string, changeSetId: string | undefined) {
  say(text, changeSetId ? { label: texts.undo.action, run: () => void undo(changeSetId) } : undefined);
}

/** Deletes one record; "Undo" brings it back. */
export async function deleteRecord(object: ObjectName, record: KithRecord): Promise<void> {
  await call<unknown>('DELETE', `${pathOf[object]}/${record.id}`);
  dropCached(object, new Set([record.id]));
  say(texts.bulk.deletedOne(record.name), {
    label: texts.undo.action,
    run: () => void restoreRecord(object, record.id),
  });
  refreshLists(object);
}

export async function restoreRecord(object: ObjectName, id: string): Promise<void> {
  try {
    await post(`${pathOf[object]}/${id}/restore`);
  } catch (error) {
    sayFailed(ApiProblem.from(error).detail);
  } finally {
    refreshLists(object);
  }
}

export async function createRecord(object: ObjectName, set: Record<string, unknown>): Promise<KithRecord> {
  const made = await post<KithRecord>(pathOf[object], bodyOf(set));
  refreshLists(object);
  return made;
}

/** Where the browser fetches the list as a file. */
export function exportAddress(list: ListQuery, fields: readonly string[], ids?: readonly string[]): string {
  return addressOf(`${pathOf[list.object]}/export`, {
    ...askFor(list),
    sort: list.sort,
    fields: fields.join(','),
    ids: ids?.join(','),
  });
}
