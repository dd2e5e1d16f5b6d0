import '#domain/identity';
import './module.ts';
import '#domain/records/custom-fields';
import '#domain/records/comments';
import '#domain/records/deals';
import '#domain/records/follows';
import '#domain/records/leads';
import '#domain/records/lists';
import '#domain/records/relationships';
import '#domain/records/shares';
import '#domain/records/tasks';
import '#domain/files';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { Values } from '#platform/changes';
import { sql } from '#platform/database';
import { objectNamed, recordRef, recordUuid } from '#platform/fields';
import { parseId, publicId, tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import {
  createOperation,
  createRecords,
  currentValues,
  getOperation,
  undoChangeSet,
  updateOperation,
} from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { mergeContacts } from './operations/merge-contacts.ts';
import { undoMerge } from './operations/undo-merge.ts';

const plantRecord = defineOperation({
  name: 'test.plantRecord',
  summary: 'Writes a record of any kind.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.strictObject({ object: z.string(), values: z.record(z.string(), z.unknown()) }),
  async run(context, { object, values }) {
    const uuids = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        objectNamed(object).fields.get(name)?.type === 'reference' ? parseAny(value) : value,
      ]),
    );
    await createRecords(context, objectNamed(object), [uuids]);
    return null;
  },
});

const undoSet = defineOperation({
  name: 'test.undoSet',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ changeSetId: z.string() }),
  async run(context, { changeSetId }) {
    await undoChangeSet(context, parseId('cs', changeSetId));
    return publicId('cs', context.changeSetId);
  },
});

const readStored = defineOperation({
  name: 'test.readStored',
  summary: 'Reads what is stored of records.',
  kind: 'read',
  permission: 'contacts:read',
  input: z.strictObject({ object: z.string(), ids: z.array(z.string()) }),
  run: async (context, { object, ids }) => [...(await currentValues(context, objectNamed(object), ids)).values()],
});

const parseAny = (id: unknown) => String(id).replace(/^[a-z]+_/, '');

export interface MergingWorld extends World {
  person(values?: object): Promise<Answer>;
  company(values?: object): Promise<Answer>;
  make(object: string, values: object): Promise<Answer>;
  edit(id: string, values: object): Promise<Answer>;
  read(id: string): Promise<Answer>;
  merge(ids: string[], more?: object): Promise<Answer>;
  unmerge(id: string, answers?: Record<string, string>): Promise<Answer>;
  code(promise: Promise<unknown>): Promise<string>;
  /** Takes a change set back, and answers with the id of the one that did. */
  undo(changeSetId: string): Promise<string>;
  /** Makes a record unless it is there already. */
  attempt(object: string, values: object): Promise<unknown>;
  /** Writes a record of a kind that has no operation of its own to create it. */
  plant(object: string, values: Values): Promise<void>;
  /** What is stored of a record. */
  find(object: string, id: string): Promise<{ values: Values }>;
  /** What hangs on a record and has not been taken away. */
  hanging(object: string, id: string): Promise<Values[]>;
  /** Logs an activity with a contact as a transaction does that began before the contact was merged. */
  logLate(contactId: string): Promise<string>;
  /** A user of the workspace. */
  userId: string;
  uuid(id: string): string;
}

export async function mergingWorld(): Promise<MergingWorld> {
  const world = await testWorld();
  const { run } = world;
  const user = await run(createOperation(objectNamed('user')), { email: 'ute@example.com', role: 'rep' } as never);
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error: { code?: string }) => String(error.code ?? error),
    );
  return {
    ...world,
    person: (values = {}) => run(createOperation(contact), { firstName: 'Ana', ...values } as never),
    company: (values = {}) => run(createOperation(account), { name: 'Ada GmbH', ...values } as never),
    make: (object, values) => run(createOperation(objectNamed(object)), values as never),
    edit: (id, values) => run(updateOperation(id.startsWith('ac_') ? account : contact), { id, ...values } as never),
    read: (id) => run(getOperation(id.startsWith('ac_') ? account : contact), { id } as never),
    merge: (ids, more = {}) => run(mergeContacts, { ids, ...more }),
    unmerge: (id, answers) => run(undoMerge, { id, ...(answers ? { answers } : {}) }),
    code,
    undo: (changeSetId) => run(undoSet, { changeSetId }),
    attempt: (object, values) => code(run(createOperation(objectNamed(object)), values as never)),
    async plant(object, values) {
      await code(run(plantRecord, { object, values }));
    },
    async find(object, id) {
      const uuid = recordUuid(objectNamed(object), id) ?? id;
      return { values: (await run(readStored, { object, ids: [uuid] }))[0] };
    },
    async hanging(object, id) {
      const rows = await world.database
        .reader(world.workspaceId)
        .rows<{ id: string }>(
          sql`select id from ${sql.table(objectNamed(object).table)} where record_id = ${recordRef(id)?.id} and deleted_at is null`,
        );
      return run(readStored, { object, ids: rows.map((row) => row.id) });
    },
    async logLate(contactId) {
      const id = world.ports.ids.next();
      await world.database.write(world.workspaceId, async (tx) => {
        await tx.rows(sql`insert into activities (id, type, occurred_at, contact_id)
          values (${id}, 'call', now(), ${recordRef(contactId)?.id})`);
      });
      return id;
    },
    userId: user.id,
    uuid: (id) => tryParseId(id.slice(0, id.indexOf('_')), id) ?? id,
  };
}
