import { roles } from '#domain/identity';
import { checkTrigger, describedTask } from '#domain/records/tasks';
import { parsedJson, refuseStrangers } from '#domain/records/territories';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineKind, listCondition, type RecordDraft, type WrittenRecord } from '#platform/records';
import { escalationRule } from './fields.ts';
import { scheduleLook } from './schedule.ts';
import { standingObject } from './standing-deals.ts';
import { tellSchema } from './tell-input.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** A rule waits for an event or looks at what has lasted: what belongs to the other is refused. */
async function checkWhen(context: Context, { set, before }: RecordDraft): Promise<void> {
  const now: Values = { ...before, ...set };
  if (now.when === 'event') {
    if (typeof now.event !== 'string') refuse('event', 'is needed where a rule waits for an event');
    if (typeof now.days === 'number') refuse('days', 'is for rules that look at what has lasted');
    return checkTrigger(context, set, before);
  }
  if (typeof now.event === 'string') refuse('event', 'is for rules that wait for an event');
  if (now.data) refuse('data', 'is for rules that wait for an event');
  if (set.filter) await listCondition(context, standingObject(), { filter: set.filter });
}

async function checkTell(context: Context, set: Values): Promise<void> {
  if (set.tell === undefined) return;
  const tell = parsedJson(tellSchema, set.tell, 'tell');
  await refuseStrangers(context, tell.userIds, 'tell.userIds');
  const unknown = tell.roles.find((name) => !roles.some((role) => role === name));
  if (unknown) refuse('tell.roles', `'${unknown}' is not a role: ${roles.join(', ')}`);
  set.tell = { ...tell, userIds: tell.userIds.map((id) => publicId('us', id)) };
}

function checkTask({ task }: Values): void {
  if (task === undefined || task === null) return;
  const { assigneeId, assignTo, repeat } = describedTask(task);
  if (assigneeId !== undefined || assignTo !== undefined) refuse('task', 'is for those who are told, and nobody else');
  if (repeat !== undefined) refuse('task.repeat', 'an occasion is told once');
}

/** Rules that look are asked at once, and every hour from then on. */
function lookSoon(context: Context, written: readonly WrittenRecord[]): void {
  const asked = written.some(({ after }) => after.enabled !== false && !after.deletedAt && after.when !== 'event');
  if (asked) scheduleLook(context, 'now');
}

/** What is special about rules of escalation: they can be applied, and name people who are here. */
defineKind({
  object: escalationRule,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      await checkWhen(context, draft);
      await checkTell(context, draft.set);
      checkTask(draft.set);
    }
  },
  async afterWrite(context, written) {
    lookSoon(context, written);
  },
});
