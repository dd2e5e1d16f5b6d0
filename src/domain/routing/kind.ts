import { parsedJson, refuseStrangers, storedTeam } from '#domain/records/territories';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineKind, type RecordDraft, refuseBadFilter, sameValue, type WrittenRecord } from '#platform/records';
import { nearest } from '#platform/text';
import { type Action, actionSchema, usersOf } from './action.ts';
import { routingRule } from './fields.ts';
import { routedFields, routedObject } from './routed.ts';
import { lastPosition } from './store/routing-rules.ts';
import { forgetTurns } from './store/routing-turns.ts';

async function checkAction(context: Context, { set }: RecordDraft): Promise<void> {
  if (set.action === undefined) return;
  const action = parsedJson(actionSchema, set.action, 'action');
  await refuseStrangers(context, usersOf(action), 'action');
  if (action.kind === 'territory') await refuseUnknownField(context, action.field);
  set.action = storedAction(action);
}

async function refuseUnknownField(context: Context, name: string): Promise<void> {
  const known = await routedFields(context);
  if (known.has(name)) return;
  const near = nearest(name, known.keys());
  throw new Problem('unknown_field', {
    detail: `A lead has no field '${name}'.${near ? ` Did you mean '${near}'?` : ''}`,
  });
}

/** As it is kept: with ids as people see them. */
function storedAction(action: Action): unknown {
  const shown = (id: string) => publicId('us', id);
  if (action.kind === 'owner') return { ...action, userId: shown(action.userId) };
  if (action.kind === 'team') return { ...action, userIds: action.userIds.map(shown) };
  return action.kind === 'roundRobin' ? { ...action, members: storedTeam(action.members) } : action;
}

/** New members of a round robin would catch up on all that others have had, so a changed rule begins its round anew. */
async function beginAnew(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const changed = written.filter(({ before, after }) => before && !sameValue(before.action, after.action));
  forgetTurns(
    context.tx,
    changed.map(({ id }) => id),
  );
}

/** What is special about routing rules: conditions that a list would understand, an action with people who are here, and an order. */
defineKind({
  object: routingRule,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      const { set, before } = draft;
      if (set.conditions) await refuseBadFilter(context, routedObject(), set.conditions);
      await checkAction(context, draft);
      if (set.position === null || (!before && set.position === undefined))
        set.position = before?.position ?? (await lastPosition(context.tx)) + 1;
    }
  },
  afterWrite: beginAnew,
});
