import { completeLinks } from '#domain/records/activities';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { createRecords, defineKind, type RecordDraft, updateRecords, type WrittenRecord } from '#platform/records';
import { task } from './fields.ts';
import { completeTask, followingTask, refuseBlank, touchesTimes } from './rules/complete-task.ts';
import { nextTelling } from './rules/telling.ts';
import { scheduleTelling } from './schedule.ts';
import { followersOf } from './store/followers.ts';
import { toldOf } from './store/tellings.ts';
import { zonesOf } from './store/zones.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const assigneeOf = ({ set, before }: RecordDraft) =>
  text(set.assigneeId === undefined ? before?.assigneeId : set.assigneeId);
const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Completes the times of tasks where their assignees are, and decides what is told of each next. */
async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  const touched = drafts.filter((draft) => touchesTimes(draft.set, draft.before));
  const known = touched.filter((draft) => draft.before).map((draft) => draft.id);
  const [zoneOf, told] = await Promise.all([
    touched.length > 0 ? zonesOf(context.tx, distinct(touched.map(assigneeOf))) : () => 'UTC',
    toldOf(context.tx, known),
  ]);
  for (const { set } of drafts) refuseBlank(set);
  for (const draft of touched) completeTask(draft.set, draft.before, zoneOf(assigneeOf(draft)), context.now);
  await completeLinks(context, drafts);
  const moments = touched.flatMap((draft) => {
    const after: Values = { ...draft.before, ...draft.set };
    const facts = {
      open: (after.status ?? 'open') === 'open' && !after.deletedAt,
      dueAt: text(after.dueAt),
      remindAt: text(after.remindAt),
      soonToldFor: told.get(draft.id)?.soonToldFor ?? null,
      overdueToldFor: told.get(draft.id)?.overdueToldFor ?? null,
    };
    const next = nextTelling(facts, zoneOf(assigneeOf(draft)), context.now);
    draft.columns.tell = next?.tell ?? null;
    draft.columns.tell_at = next?.at.toISOString() ?? null;
    return next ? [next.at.getTime()] : [];
  });
  if (moments.length > 0) scheduleTelling(context, new Date(Math.min(...moments)));
}

const wasCompleted = ({ before, after }: WrittenRecord) =>
  after.status === 'done' && before?.status !== 'done' && !after.deletedAt;

/** What repeats is followed by its next; one that was taken away with an undo comes back. */
async function follow(context: Context, completed: readonly WrittenRecord[]): Promise<void> {
  const repeating = completed.filter(({ after }) => after.repeat);
  if (repeating.length === 0) return;
  const [followers, zoneOf] = await Promise.all([
    followersOf(
      context.tx,
      repeating.map((one) => one.id),
    ),
    zonesOf(context.tx, distinct(repeating.map(({ after }) => text(after.assigneeId)))),
  ]);
  const gone = [...followers.values()].filter(({ deleted }) => deleted);
  await updateRecords(
    context,
    task,
    gone.map(({ id }) => ({ id, set: { deletedAt: null } })),
    { deletedToo: true },
  );
  const next = repeating
    .filter(({ id }) => !followers.has(id))
    .map(({ id, after }) => followingTask(id, after, zoneOf(text(after.assigneeId)), context.now));
  await createRecords(
    context,
    task,
    next.filter((set) => set !== undefined),
  );
}

/** What is special about tasks: their times hang together, what is due is told, and what repeats comes again. */
defineKind({
  object: task,
  prepare,
  async afterWrite(context, written) {
    const completed = written.filter(wasCompleted);
    if (completed.length === 0) return;
    context.emit({ type: 'crm.task.completed', object: 'task', recordIds: completed.map((one) => one.id) });
    await follow(context, completed);
  },
});
