import { roles } from '#domain/identity';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { defineCommonFilter, defineKind, onReadableKinds, type WrittenRecord } from '#platform/records';
import { share } from './fields.ts';
import { completeShare, widerShare } from './rules/complete-share.ts';
import { sharedRecords } from './store/shared-records.ts';

const known: ReadonlySet<string> = new Set(roles);

function announce(context: Context, written: readonly WrittenRecord[]): void {
  for (const { id, before, after } of written) {
    if (before || after.userId === context.actor.id) continue;
    const role = after.role ? { role: after.role } : {};
    const userIds = after.userId ? [publicId('us', String(after.userId))] : [];
    const data = { recordId: after.recordId, userIds, ...role };
    context.emit({ type: 'notification.shared', object: 'share', recordIds: [id], data });
  }
}

/** What is special about shares: with one user or one role, until a moment that is still to come; and those with whom it is shared hear of it. */
defineKind({
  object: share,
  async prepare(context, drafts) {
    for (const { set, before } of drafts) completeShare(set, before, known, context.now);
  },
  async afterWrite(context, written) {
    announce(context, written);
  },
  visible: (context) => onReadableKinds(context, ['record_type']),
  onlyOnce: ({ deletedAt, recordId, userId, role, teamId }) =>
    deletedAt ? undefined : [recordId, userId, role, teamId].join(' '),
  takeOver: widerShare,
});

/** `{"sharedWith":{"eq":"me"}}` on the list of any kind. */
defineCommonFilter({
  name: 'sharedWith',
  async answer(context, _object, operand) {
    const mine = operand === 'me';
    const userId = mine ? context.actor.id : typeof operand === 'string' ? tryParseId('us', operand) : undefined;
    if (!userId) {
      const detail = `'sharedWith' is compared with me or the id of a user.`;
      throw new Problem('validation_failed', { detail, mistakes: [{ path: 'filter', message: detail }] });
    }
    const role = mine ? context.actor.role : undefined;
    return {
      ids: sharedRecords({ userId, role, teams: mine ? (context.sql.reach?.teams ?? []) : [], at: context.now }),
    };
  },
});
