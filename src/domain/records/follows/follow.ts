import type { Context } from '#platform/context';
import { type RecordRef, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { createRecords, updateRecords } from '#platform/records';
import { follow } from './fields.ts';
import { type Follower, followersAmong } from './rules/followers.ts';
import { followsOf, lockFollows, ownerOf } from './store/followers.ts';

/**
 * Makes users (UUIDs) follow a record. Whoever has stopped to is left alone, unless they ask for it themselves (`asked`). Writes records, so
 * that it is undone with what caused it.
 */
export async function followRecord(
  context: Context,
  record: RecordRef,
  userIds: readonly string[],
  reason: 'asked' | 'comment' | 'mention',
): Promise<void> {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return;
  const known = await lockFollows(context.tx, record.id, wanted);
  const there = new Set(known.map((one) => one.userId));
  const recordId = publicId(record.object.prefix, record.id);
  const fresh = wanted.filter((userId) => !there.has(userId));
  await createRecords(
    context,
    follow,
    fresh.map((userId) => ({ recordId, userId, following: true, reason })),
  );
  const again = known.filter((one) => one.deleted || (reason === 'asked' && !one.following));
  const set = { following: true, reason, deletedAt: null };
  await updateRecords(
    context,
    follow,
    again.map(({ id }) => ({ id, set })),
    { deletedToo: true },
  );
}

/** Stops a user from following; whoever follows only because they own the record is remembered as not wanting to. */
export async function unfollowRecord(context: Context, record: RecordRef, userId: string): Promise<void> {
  const [known] = await lockFollows(context.tx, record.id, [userId]);
  const recordId = publicId(record.object.prefix, record.id);
  const set = { following: false, reason: 'asked' };
  if (known)
    await updateRecords(context, follow, [{ id: known.id, set: { ...set, deletedAt: null } }], { deletedToo: true });
  else await createRecords(context, follow, [{ recordId, userId, ...set }]);
}

/** Who follows a record, its owner included; undefined when it is not there. */
export async function followersOf(context: Context, record: RecordRef): Promise<Follower[] | undefined> {
  const [owner, known] = await Promise.all([ownerOf(context.sql, record), followsOf(context.sql, record.id)]);
  return owner && followersAmong(known, owner.ownerId);
}

/** The record that an id names, which the schema of the input has checked. */
export function checkedRef(recordId: string): RecordRef {
  const ref = recordRef(recordId);
  if (!ref) throw new Error(`'${recordId}' was not checked.`);
  return ref;
}
