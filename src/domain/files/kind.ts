import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineKind, onReadableKinds, purgeRecords, type RecordDraft, type WrittenRecord } from '#platform/records';
import { file, fileVersion } from './fields.ts';
import { expireFileJob } from './jobs/expire-file.ts';
import { removeContentsJob } from './jobs/remove-contents.ts';
import { type FileAccess, mayRead, type Reader } from './rules/may-read.ts';
import { freeName, nameKey, safeName } from './rules/safe-name.ts';
import { bothOf, readableBy } from './store/access.ts';
import { takenNames } from './store/files.ts';
import { followScans, storeKeys, versionIds } from './store/versions.ts';

/** Who reads, as far as files are concerned. */
function readerOf({ actor }: Context): Reader {
  return { id: actor.id, publicId: publicId('us', actor.id), role: actor.role, manages: may(actor, 'files:manage') };
}

/** What only the owner of a file does, or who manages all of them. */
const ofTheOwner = ['access', 'allowedUsers', 'allowedRoles', 'deletedAt', 'deleteAfter'];

function prepare(context: Context, { set, before, columns }: RecordDraft): void {
  if (typeof set.name === 'string') {
    set.name = safeName(set.name);
    columns.name_key = nameKey(set.name as string);
  }
  if (!before) {
    set.ownerId = context.actor.id;
    return;
  }
  const reader = readerOf(context);
  if (!mayRead(before as unknown as FileAccess, reader))
    refuse('This file is not shared with you. Ask who put it there.');
  const owns = before.ownerId === reader.id || reader.manages;
  if (!owns && ofTheOwner.some((name) => name in set))
    refuse('Only the owner of a file, or a manager, deletes it or says who may read it and for how long.');
  if (set.recordId !== undefined && set.recordId !== before.recordId) {
    const message = 'cannot be changed';
    throw new Problem('validation_failed', {
      detail: 'A file stays on its record. Put it on the other one as well.',
      mistakes: [{ path: 'recordId', message }],
    });
  }
}

/** Of two files of one name that come together on a record one gets another name. */
async function makeRoom(context: Context, drafts: RecordDraft[]): Promise<void> {
  const records = drafts.map(({ set, before }) => recordRef(String(set.recordId ?? before?.recordId))?.id ?? '');
  const taken = await takenNames(context.tx, records);
  for (const [index, { set, before, columns }] of drafts.entries()) {
    const name = String(set.name ?? before?.name);
    const here = taken.get(records[index] ?? '') ?? new Set();
    const free = before?.deletedAt ? name : freeName(name, (key) => here.has(key));
    taken.set(records[index] ?? '', here.add(nameKey(free)));
    if (free === before?.name) continue;
    set.name = free;
    columns.name_key = nameKey(free);
  }
}

function refuse(detail: string): never {
  throw new Problem('not_allowed', { detail });
}

async function afterWrite(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const turned = written.filter((one) => one.before && one.changed.has('currentVersionId'));
  if (turned.length > 0)
    followScans(
      context.tx,
      turned.map((one) => one.id),
    );
  for (const one of written) {
    if (!one.changed.has('deleteAfter') || !one.after.deleteAfter) continue;
    const runAt = new Date(one.after.deleteAfter as string);
    addJob(context.tx, context, expireFileJob, { fileId: one.id }, { key: `file-expires:${one.id}`, runAt });
  }
}

/** What is special about files: safe names, who may read them, how long they stay, and contents that go with them. */
defineKind({
  object: file,
  async prepare(context, drafts) {
    for (const draft of drafts) prepare(context, draft);
  },
  afterWrite,
  prepareMove: makeRoom,
  async beforePurge(context, ids) {
    await purgeRecords(context, fileVersion, await versionIds(context.tx, ids));
  },
  visible(context) {
    const kinds = onReadableKinds(context, ['record_type']);
    const reader = readerOf(context);
    return reader.manages ? kinds : bothOf(readableBy(reader), kinds);
  },
});

defineKind({
  object: fileVersion,
  async beforePurge(context, ids) {
    const keys = await storeKeys(context.tx, ids);
    if (keys.length > 0) addJob(context.tx, context, removeContentsJob, { keys });
  },
});
