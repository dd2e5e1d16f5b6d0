import { kindOf } from '../kinds/index.ts';
import { texts } from '../texts/index.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { changeCached, dropCached, refreshLists } from './cached.ts';
import type { ObjectName } from './catalogue.ts';
import { undo } from './changes.ts';
import { recordsOf } from './kith.ts';
import { ApiProblem } from './problem.ts';
import type { KithRecord, Named } from './types.ts';
import { bodyOf, withValues } from './values.ts';

/** Which records a bulk operation is about: these, or all that a filter finds. */
export type Target = { ids: string[] } | { filter: Record<string, unknown>; q?: string | undefined };

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
    const answer = await recordsOf(object).bulkUpdate({ ...target, set: bodyOf(set) });
    sayDone(texts.bulk.updated(kindOf(object).words, answer.updated), answer.changeSetId);
  } catch (error) {
    sayFailed(texts.edit.notSaved(ApiProblem.from(error).detail));
  } finally {
    refreshLists(object);
  }
}

export async function deleteMany(object: ObjectName, target: Target): Promise<void> {
  dropCached(object, idsOf(target));
  try {
    const answer = await recordsOf(object).bulkDelete(target);
    sayDone(texts.bulk.deleted(kindOf(object).words, answer.deleted), answer.changeSetId);
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
  await recordsOf(object).delete({ id: record.id });
  dropCached(object, new Set([record.id]));
  say(texts.bulk.deletedOne(record.name), {
    label: texts.undo.action,
    run: () => void restoreRecord(object, record.id),
  });
  refreshLists(object);
}

async function restoreRecord(object: ObjectName, id: string): Promise<void> {
  try {
    await recordsOf(object).restore({ id });
  } catch (error) {
    sayFailed(ApiProblem.from(error).detail);
  } finally {
    refreshLists(object);
  }
}

export async function createRecord(object: ObjectName, set: Record<string, unknown>): Promise<KithRecord> {
  const made = await recordsOf(object).create(bodyOf(set));
  refreshLists(object);
  return made;
}
