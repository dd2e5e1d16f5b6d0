import { checkedRef, followersOf, followRecord } from '#domain/records/follows';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { parseId, publicId } from '#platform/ids';
import { currentValues, defineKind, onReadableKinds, type RecordDraft, type WrittenRecord } from '#platform/records';
import { comment } from './fields.ts';
import { mentionsIn, withRealNames } from './rules/mentions.ts';
import { activeUsers } from './store/users.ts';

const mostMentions = 50;

function refuse(path: string, detail: string, message: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path, message }] });
}

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  for (const draft of drafts) {
    if (draft.before) refuseOthers(context, draft.before, draft.set);
    else draft.set.authorId = context.actor.id;
    if (typeof draft.set.body === 'string') await readBody(context, draft);
  }
  await refuseForeignParents(context, drafts);
}

/** A comment is its author's; who may moderate takes away what others said, and puts no words into their mouths. */
function refuseOthers(context: Context, before: RecordDraft['set'], set: RecordDraft['set']): void {
  for (const name of ['recordId', 'parentId'] as const) {
    if (set[name] !== undefined && set[name] !== before[name])
      refuse(name, 'A comment stays where it was made. Make another one there.', 'cannot be changed');
  }
  if (before.authorId === context.actor.id) return;
  const onlyRemoved = Object.keys(set).every((name) => name === 'deletedAt');
  if (onlyRemoved && may(context.actor, 'comments:moderate')) return;
  throw new Problem('not_allowed', { detail: 'This comment is somebody else’s. Answer it instead.' });
}

async function readBody(context: Context, { set }: RecordDraft): Promise<void> {
  const body = String(set.body).trim();
  if (body === '') refuse('body', 'A comment says something.', 'must not be empty');
  const ids = mentionsIn(body);
  if (ids.length > mostMentions)
    refuse('body', `A comment mentions ${mostMentions} people at most.`, 'mentions too many people');
  const users = await activeUsers(
    context.sql,
    ids.map((id) => parseId('us', id)),
  );
  const names = new Map([...users].map(([id, name]) => [publicId('us', id), name]));
  const unknown = ids.find((id) => !names.has(id));
  if (unknown) refuse('body', `There is no user ${unknown} who could be mentioned.`, 'mentions somebody unknown');
  set.body = withRealNames(body, names);
  set.mentions = ids;
}

/** An answer stands below the record of what it answers. */
async function refuseForeignParents(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const answers = drafts.filter(({ set, before }) => !before && typeof set.parentId === 'string');
  if (answers.length === 0) return;
  const parents = await currentValues(
    context,
    comment,
    answers.map(({ set }) => set.parentId as string),
  );
  for (const { set } of answers) {
    const parent = parents.get(set.parentId as string);
    if (parent?.recordId === set.recordId && parent?.deletedAt === null) continue;
    refuse('parentId', 'An answer goes to a comment on the same record that is still there.', 'is of another record');
  }
}

/** Whoever says something about a record, or is called to it, follows it from then on; and all who follow it are told. */
async function tell(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  for (const one of written) {
    const before = new Set((one.before?.mentions as string[] | undefined) ?? []);
    const called = ((one.after.mentions as string[] | undefined) ?? []).filter((id) => !before.has(id));
    const isNew = one.before === undefined;
    if (one.after.deletedAt || (!isNew && called.length === 0)) continue;
    const record = checkedRef(String(one.after.recordId));
    const mentioned = called.map((id) => parseId('us', id));
    await followRecord(context, record, mentioned, 'mention');
    if (isNew && context.actor.type === 'user') await followRecord(context, record, [context.actor.id], 'comment');
    announce(context, one, 'notification.mentioned', mentioned);
    if (!isNew) continue;
    const followers = (await followersOf(context, record)) ?? [];
    const others = followers.map((follower) => follower.userId).filter((id) => !mentioned.includes(id));
    announce(context, one, 'notification.commented', others);
  }
}

function announce(context: Context, one: WrittenRecord, type: string, userIds: readonly string[]): void {
  const told = userIds.filter((id) => id !== context.actor.id).map((id) => publicId('us', id));
  if (told.length === 0) return;
  context.emit({ type, object: 'comment', recordIds: [one.id], data: { recordId: one.after.recordId, userIds: told } });
}

/** What is special about comments: their authors, whom they mention, and who hears of them. */
defineKind({
  object: comment,
  prepare,
  afterWrite: tell,
  visible: (context) => onReadableKinds(context, ['record_type']),
});
