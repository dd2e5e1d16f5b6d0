import type { Context } from '#platform/context';
import { asProblem, Problem } from '#platform/errors';
import { parseId } from '#platform/ids';
import { defineKind, type RecordDraft, updateRecords, type WrittenRecord } from '#platform/records';
import { pipeline } from './fields.ts';
import type { Stage } from './rules/stages.ts';
import { defaultPipelines, keepStages, lockStages } from './store/stages.ts';

/** Throws a Problem when stages that are to go are still needed. */
export type StageGuard = (context: Context, stageIds: readonly string[]) => Promise<void>;

const guards: StageGuard[] = [];

/** Has somebody above asked before stages go: those who keep records in them. */
export function addStageGuard(guard: StageGuard): void {
  guards.push(guard);
}

const stagesIn = (values: Record<string, unknown> | undefined): Stage[] => (values?.stages as Stage[] | null) ?? [];

/** The stages that a write takes away: those that are not in the new list, and all of a pipeline that is deleted. */
function goingStages({ before, set }: RecordDraft): string[] {
  const kept = new Set(
    typeof set.deletedAt === 'string' ? [] : stagesIn({ stages: set.stages ?? before?.stages }).map(({ id }) => id),
  );
  return stagesIn(before)
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => parseId('sg', id));
}

function complete({ set }: RecordDraft): void {
  if (typeof set.name !== 'string') return;
  set.name = set.name.trim().replace(/\s+/g, ' ');
  if (set.name === '')
    throw new Problem('validation_failed', {
      detail: 'A pipeline needs a name.',
      mistakes: [{ path: 'name', message: 'must not be empty' }],
    });
}

function refuseWithoutDefault({ before, set, extra, undoing }: RecordDraft): void {
  if (!before?.isDefault || undoing || extra === replaced) return;
  if (typeof set.deletedAt === 'string')
    throw new Problem('conflict', {
      detail: 'The default pipeline cannot be deleted. Make another one the default first.',
    });
  if (set.isDefault === false)
    throw new Problem('conflict', {
      detail: 'One pipeline is the default. Make another one the default instead.',
      mistakes: [{ path: 'isDefault', message: 'is taken away by making another pipeline the default' }],
    });
}

/** Said by whoever takes the records of the stages that go elsewhere in the same transaction: the guards are not asked. */
export const recordsFollow = Symbol('recordsFollow');

/** Written to a pipeline that another one follows as the default. */
const replaced = Symbol('replaced');

async function askGuards(context: Context, stageIds: readonly string[]): Promise<void> {
  for (const guard of guards) await guard(context, stageIds);
}

/** A stage that was added and has been used since is not taken back: it stays, before those that close. */
async function keepUsedStages(context: Context, draft: RecordDraft): Promise<void> {
  const { before, set } = draft;
  if (!Array.isArray(set.stages) || typeof set.deletedAt === 'string') return;
  const stages = [...stagesIn(set)];
  for (const id of goingStages(draft)) {
    const used = stagesIn(before).find((one) => parseId('sg', one.id) === id);
    if (used && (await isUsed(context, id))) stages.splice(firstClosing(stages), 0, used);
  }
  set.stages = stages.map((one, index) => ({ ...one, order: index + 1 }));
}

function firstClosing(stages: readonly Stage[]): number {
  const at = stages.findIndex((one) => one.kind !== 'open');
  return at < 0 ? stages.length : at;
}

async function isUsed(context: Context, stageId: string): Promise<boolean> {
  try {
    await askGuards(context, [stageId]);
    return false;
  } catch (error) {
    if (asProblem(error).code !== 'stage_in_use') throw error;
    return true;
  }
}

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  for (const draft of drafts) {
    complete(draft);
    refuseWithoutDefault(draft);
    if (draft.set.description === '') draft.set.description = null;
  }
  lockStages(context.tx, context.workspaceId, 'alone');
  for (const draft of drafts) if (draft.undoing) await keepUsedStages(context, draft);
  const going = drafts.filter((draft) => draft.extra !== recordsFollow).flatMap(goingStages);
  if (going.length > 0) await askGuards(context, going);
}

/** The others stop being the default, in the same change set. */
async function afterWrite(context: Context, written: WrittenRecord[]): Promise<void> {
  for (const one of written) if (one.changed.has('stages')) await keepStages(context, one.id, stagesIn(one.after));
  const chosen = written.filter((one) => one.changed.has('isDefault') && one.after.isDefault === true).at(-1);
  if (!chosen) return;
  const others = (await defaultPipelines(context.tx)).filter((id) => id !== chosen.id);
  const updates = others.map((id) => ({ id, set: { isDefault: false }, extra: replaced }));
  await updateRecords(context, pipeline, updates);
}

/** Stages that a change added go with it, whatever has been done to the others since. */
function withoutAdded(name: string, { before, after, now }: Record<'before' | 'after' | 'now', unknown>): unknown {
  if (name !== 'stages') return undefined;
  const known = new Set(stagesIn({ stages: before }).map(({ id }) => id));
  const added = new Set(stagesIn({ stages: after }).flatMap(({ id }) => (known.has(id) ? [] : [id])));
  const stages = stagesIn({ stages: now });
  const kept = stages.filter(({ id }) => !added.has(id));
  return kept.length < stages.length ? kept.map((one, index) => ({ ...one, order: index + 1 })) : undefined;
}

defineKind({ object: pipeline, prepare, afterWrite, withoutChange: withoutAdded });
