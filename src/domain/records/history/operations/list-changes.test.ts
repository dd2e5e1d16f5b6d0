import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { publicId } from '#platform/ids';
import { historyWorld } from '../history-world.fixture.ts';
import { historyModule } from '../index.ts';
import { listChanges } from './list-changes.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;
const ana = await world.makeContact({ title: 'CTO' });
const edited = await world.change(contact, { id: ana.id, title: 'CEO' });
const works = await world.makeAccount();
const moved = await world.change(account, { id: works.id, industry: 'Steel' });
const { changeSetId: undoing } = await run(undoChanges, { changeSetId: edited });
const ids = async (search: object): Promise<string[]> =>
  (await run(listChanges, search as never)).data.map((set: { id: string }) => set.id);

test('what was done comes newest first: who, what, how many records, of which kinds, and whether it was taken back', async () => {
  expect(historyModule.operations).toContain(listChanges);
  const { data } = await run(listChanges, {});
  expect(data[0]).toMatchObject({ id: undoing, operation: 'changes.undo', objects: ['contact'], undoes: edited });
  expect(data).toHaveLength(5);
  expect(data.find((set: { id: string }) => set.id === edited)).toMatchObject({
    ...{ operation: 'contacts.update', records: 1, undoneBy: undoing, actor: { type: 'user' } },
  });
});

test('it is narrowed by actor, kind, record, time, and by what was taken back', async () => {
  const all = await ids({});
  const { actor } = (await run(listChanges, { limit: 1 })).data[0];
  expect(await ids({ actorId: actor.id })).toEqual(all);
  expect(await ids({ actorId: `us_${'0'.repeat(32)}` })).toEqual([]);
  expect(await ids({ by: 'system' })).toEqual([]);
  expect((await ids({ object: 'account' }))[0]).toBe(moved);
  expect(await ids({ object: 'contact' })).toHaveLength(3);
  expect(await ids({ recordId: ana.id })).toHaveLength(3);
  expect(await ids({ recordId: works.id, object: 'contact' })).toEqual([]);
  expect(await ids({ undone: 'true' })).toEqual([edited]);
  expect(await ids({ undone: false, object: 'contact' })).toEqual([undoing, all.at(-1)]);
  expect(await ids({ to: '2020-01-01' })).toEqual([]);
  expect(await ids({ from: '2020-01-01' })).toEqual(all);
});

test('what wrote no record is left to the audit log', async () => {
  const changeSetId = world.ports.ids.next();
  await world.database.write(world.workspaceId, (tx) =>
    tx.rows(sql`insert into change_sets (id, operation, surface, at, actor_type, actor_id, actor_name, records)
      values (${changeSetId}, 'scoring.look', 'rest', now(), 'user', ${changeSetId}, 'Bo', 0)`),
  );
  expect(await ids({})).not.toContain(publicId('cs', changeSetId));
});

test('its pages follow one another', async () => {
  const pieces: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page: { data: { id: string }[]; page: { next?: string } } = await run(listChanges, { limit: 2, cursor });
    pieces.push(...page.data.map(({ id }) => id));
    cursor = page.page.next;
    more = cursor !== undefined;
  }
  expect(pieces).toEqual(await ids({}));
});

test('however much was done, a page is read along an index', async () => {
  await world.database.write(world.workspaceId, async (tx) => {
    await tx.rows(sql`insert into change_sets (id, operation, surface, at, actor_type, actor_id, actor_name, records)
      select gen_random_uuid(), 'contacts.update', 'rest', '2020-01-01'::timestamptz + n * interval '1 second', 'user', gen_random_uuid(), 'Bo', 1
      from generate_series(1, 20000) n`);
    await tx.rows(sql`insert into change_set_objects (object, at, change_set_id)
      select 'deal', at, id from change_sets where actor_name = 'Bo' on conflict do nothing`);
  });
  expect(await ids({ object: 'account', limit: 1 })).toEqual([moved]);
  const plan = async (statement: string) =>
    JSON.stringify(await world.database.reader(world.workspaceId).rows(sql.raw(`explain (format json) ${statement}`)));
  const within = 'workspace_id = kith.workspace_id()';
  expect(await plan(`select * from change_sets where ${within} order by at desc, id desc limit 51`)).toContain(
    'change_sets_newest',
  );
  expect(
    await plan(
      `select * from change_set_objects where ${within} and object = 'deal' order by at desc, change_set_id desc limit 51`,
    ),
  ).toContain('change_set_objects_pkey');
});

test('it is refused without the permission and with wrong input; another workspace sees nothing', async () => {
  expect(await code(run(listChanges, {}, { actor: world.actorWith('contacts:read') }))).toBe('not_allowed');
  for (const wrong of [{ limit: 0 }, { from: 'x' }, { by: 'x' }, { undone: 'x' }, { recordId: 'x' }])
    expect(await code(run(listChanges, wrong as never))).toBe('validation_failed');
  for (const wrong of [{ cursor: 'x' }, { actorId: 'x' }])
    expect(await code(run(listChanges, wrong))).toBe('bad_request');
  expect(await code(run(listChanges, { object: 'x' }))).toBe('not_found');
  expect((await run(listChanges, {}, { actor: world.stranger })).data).toEqual([]);
});
