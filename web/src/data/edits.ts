import { useMutation } from '@tanstack/react-query';
import { texts } from '../texts/index.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { cachedRecord, changeCached, refreshRecord } from './cached.ts';
import type { ObjectName } from './catalogue.ts';
import { recordsOf } from './kith.ts';
import { ApiProblem } from './problem.ts';
import { queryClient } from './query-client.ts';
import { recordKey } from './records.ts';
import type { KithRecord, Named } from './types.ts';
import { bodyOf, readValue, withValues } from './values.ts';

export interface Edit {
  id: string;
  set: Record<string, unknown>;
  /** What references will be called, by field. */
  names?: Record<string, Named | null>;
}

const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
const patch = (object: ObjectName, edit: Edit, version: number | undefined) =>
  recordsOf(object).update({ ...bodyOf(edit.set), id: edit.id }, { version });

/** Edits of one record go one after the other, so that each is based on the version that the one before it made. */
const queues = new Map<string, Promise<unknown>>();

function inTurn<Answer>(id: string, run: () => Promise<Answer>): Promise<Answer> {
  const before = queues.get(id) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(run);
  queues.set(id, mine);
  void mine.catch(() => undefined).finally(() => queues.get(id) === mine && queues.delete(id));
  return mine;
}

/**
 * Saves a change on the record's newest known version. If the record has moved on, the change is made again on top of what
 * others did, unless they changed the same field: then the person decides.
 */
async function save(object: ObjectName, edit: Edit, before: KithRecord | undefined): Promise<KithRecord> {
  const version = cachedRecord(object, edit.id)?.version ?? before?.version;
  try {
    return await patch(object, edit, version);
  } catch (error) {
    if (ApiProblem.from(error).status !== 412 || !before) throw error;
    const now = await recordsOf(object).get({ id: edit.id });
    if (!Object.keys(edit.set).every((name) => same(readValue(now, name), readValue(before, name)))) throw error;
    return patch(object, edit, now.version);
  }
}

/** Shows a change at once, saves it in silence, takes it back loudly. */
async function saveEdit(object: ObjectName, edit: Edit): Promise<KithRecord> {
  const before = cachedRecord(object, edit.id);
  const ids = new Set([edit.id]);
  changeCached(object, ids, (record) => withValues(record, edit.set, edit.names));
  try {
    const saved = await inTurn(edit.id, () => save(object, edit, before));
    changeCached(object, ids, (record) => ({ ...record, ...saved }));
    for (const part of ['timeline', 'history', 'score'])
      void queryClient.invalidateQueries({ queryKey: [...recordKey(object, edit.id), part] });
    return saved;
  } catch (error) {
    if (before) changeCached(object, ids, () => before);
    refreshRecord(object, edit.id);
    throw error;
  }
}

/** Saving one field from wherever it is shown; a refusal is said at the edge of the page. */
export function useSaveEdit(object: ObjectName) {
  return useMutation({
    mutationFn: (edit: Edit) => saveEdit(object, edit),
    onError: (error, edit) => {
      const problem = ApiProblem.from(error);
      if (problem.status === 412) {
        sayFailed(texts.edit.conflict, {
          label: texts.edit.useMine,
          run: () => void patch(object, edit, undefined).then(() => refreshRecord(object, edit.id)),
        });
        return;
      }
      const named = Object.keys(edit.set)
        .map((name) => problem.errorOf(name))
        .find(Boolean);
      sayFailed(
        texts.edit.notSaved(named ?? problem.detail),
        problem.status === 0 ? { label: texts.common.retry, run: () => void saveEdit(object, edit) } : undefined,
      );
    },
  });
}
