import pg from 'pg';
import { z } from 'zod';
import { sql } from '#platform/database';
import { defineObject, field } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { indexRecords } from '#platform/search';
import { type Answer, testWorld, type World } from '#platform/testing';
import { forgetCustomFields } from './custom-fields.ts';
import {
  bulkDeleteOperation,
  bulkUpdateOperation,
  createOperation,
  defineRecordEvents,
  deleteOperation,
  exportOperation,
  getOperation,
  listOperation,
  replaceOperation,
  restoreOperation,
  updateOperation,
} from './index.ts';
import { undoChangeSet, undoNextChunk } from './undo/undo.ts';

const said = (label: string) => ({ label, description: `${label}.` });

defineObject({
  ...{ name: 'user', plural: 'users', label: 'User', pluralLabel: 'Users', description: 'Who signs in.' },
  prefix: 'us',
  table: 'users',
  fields: { name: field.text(said('Name')) },
});

/** Somebody with a field of every type. */
const person = defineObject({
  ...{ name: 'person', plural: 'people', label: 'Person', pluralLabel: 'People', description: 'Somebody.' },
  prefix: 'pe',
  table: 'people',
  person: 'id',
  events: 'test.person',
  searched: ['name', 'email', 'city'],
  fields: {
    name: field.text({ ...said('Name'), required: true, personal: true }),
    email: field.email({ ...said('E-mail'), personal: true }),
    city: field.text(said('City')),
    notes: field.longText({ ...said('Notes'), personal: true }),
    age: field.integer({ ...said('Age'), minimum: 0 }),
    income: field.decimal(said('Income')),
    metAt: field.dateTime(said('Met')),
    isFriend: field.boolean({ ...said('Friend'), initial: false }),
    mood: field.choice({ ...said('Mood'), choices: ['good', 'bad'] }),
    tags: field.tags(said('Tags')),
    links: field.json(said('Links')),
    bossId: field.reference({ ...said('Boss'), to: 'person' }),
    rank: field.integer({ ...said('Rank'), readOnly: true, derived: true, initial: 0 }),
  },
});
defineRecordEvents(person);

const table = `
  create table people (id uuid not null, version bigint not null default 1, name varchar(255) not null, email varchar(320), city varchar(255),
    notes text, age bigint check (age < 1000), income bigint, met_at timestamptz(3), is_friend boolean not null default false, mood varchar(100),
    tags text[] not null default '{}', links jsonb, boss_id uuid, rank bigint not null default 0, custom_fields jsonb not null default '{}',
    deleted_at timestamptz(3));
  select kith.make_workspace_table('people');`;

export const people = {
  create: createOperation(person),
  get: getOperation(person),
  list: listOperation(person),
  update: updateOperation(person),
  replace: replaceOperation(person),
  remove: deleteOperation(person),
  restore: restoreOperation(person),
  bulkUpdate: bulkUpdateOperation(person),
  bulkDelete: bulkDeleteOperation(person),
  exportAll: exportOperation(person),
  undo: defineOperation({
    name: 'people.undo',
    summary: 'Takes back a change set.',
    kind: 'write',
    permission: 'changes:undo',
    input: z.object({ id: z.uuid() }),
    run: async (context, { id }) => ({ undoing: context.changeSetId, result: await undoChangeSet(context, id) }),
  }),
  undoChunk: defineOperation({
    name: 'people.undoChunk',
    summary: 'Takes back a chunk of a change set.',
    kind: 'write',
    permission: 'changes:undo',
    input: z.object({ id: z.uuid() }),
    run: (context, { id }) => undoNextChunk(context, id),
  }),
  index: defineOperation({
    name: 'people.index',
    summary: 'Makes people searchable.',
    kind: 'write',
    permission: 'people:write',
    input: z.object({ ids: z.array(z.uuid()) }),
    async run(context, { ids }) {
      await indexRecords(context, person, ids);
      return null;
    },
  }),
};

export interface PeopleWorld extends World {
  /** As the owner of the database, who sees everything. */
  owner(text: string): Promise<Answer[]>;
  make(values?: object): Promise<Answer>;
  addField(name: string, type: string, more?: { options?: string[]; required?: boolean }): Promise<void>;
  /** The id of the newest change set. */
  latest(): Promise<string>;
  code(promise: Promise<unknown>): Promise<string>;
}

export async function peopleWorld(): Promise<PeopleWorld> {
  const world = await testWorld();
  const owner = async (text: string) => {
    const client = new pg.Client({ connectionString: world.urls.ownerUrl });
    await client.connect();
    try {
      await client.query(`set app.workspace_id = '${world.workspaceId}'`);
      const answer = await client.query(text);
      return answer.rows;
    } finally {
      await client.end();
    }
  };
  await owner(table);
  return {
    ...world,
    owner,
    make: (values = {}) => world.run(people.create, { name: 'Ana', ...values } as never),
    async addField(name, type, more = {}) {
      await world.database.write(world.workspaceId, async (tx) => {
        tx.send(sql`insert into custom_fields (id, object, name, label, type, options, required)
          values (${world.ports.ids.next()}, 'person', ${name}, ${name}, ${type}, ${JSON.stringify(more.options ?? [])}::jsonb, ${more.required ?? false})`);
      });
      forgetCustomFields(world.workspaceId);
    },
    async latest() {
      const [row] = await owner('select id from change_sets order by at desc, id desc limit 1');
      return row.id;
    },
    code: (promise) =>
      promise.then(
        () => 'done',
        (error: { code?: string }) => String(error.code ?? error),
      ),
  };
}

/** A moment between two writes. */
export async function aMoment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 3));
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 3));
  return now;
}
