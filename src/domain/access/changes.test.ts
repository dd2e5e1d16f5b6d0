import { expect, test } from 'vitest';
import { historyModule } from '#domain/records/history';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { bulkUpdateOperation, createOperation, deleteOperation, updateOperation } from '#platform/records';
import { accessWorld, kinds } from './access-world.fixture.ts';

const world = await accessWorld();
const { run, person, team, make } = world;
const { account, contact } = kinds;
const operation = (name: string) => historyModule.operations?.find((one) => one.name === name) as never;
const boss = await person('manager');
const sales = await team({ name: 'Sales', managerId: boss.publicId });
const rita = await person('rep', { teamId: sales.id });
const ron = await person('rep');
const mia = await person('marketing');

/** Does something as somebody, and answers with the id of the change set. */
async function did(actor: Actor, what: never, input: object): Promise<string> {
  const changeSetId = world.ports.ids.next();
  await run(what, input as never, { actor, changeSetId });
  return publicId('cs', changeSetId);
}
const list = async (actor: Actor, search: object = {}): Promise<string[]> =>
  (await run(operation('changes.list'), search as never, { actor })).data.map((set: { id: string }) => set.id);
const ask = (name: string, changeSetId: string, actor: Actor) =>
  run(operation(name), { changeSetId } as never, { actor }).catch((error) => ({ refused: error.code, ...error }));

const rons = await make(account, { name: 'Zanzibar', ownerId: ron.publicId });
const ritas = await make(account, { name: 'Ritas', ownerId: rita.publicId });
const hidden = await did(ron, updateOperation(account) as never, { id: rons.id, industry: 'Secret trade' });
const byRita = await did(rita, updateOperation(account) as never, { id: ritas.id, industry: 'Steel' });
const ofRitas = await did(world.admin, updateOperation(account) as never, { id: ritas.id, tags: ['x'] });
const ids = [rons.id, ritas.id];
const both = await did(world.admin, bulkUpdateOperation(account) as never, { ids, set: { tags: ['y'] } });
const secrets = [rons.id, publicId('ac', rons.id).slice(3), 'Zanzibar', 'Secret trade'];
const tells = (answer: unknown) => secrets.filter((secret) => JSON.stringify(answer).includes(secret));

test('each is told of their own deeds and those of their people; whoever sees every record, of all', async () => {
  expect(await list(rita)).toEqual([byRita]);
  expect(await list(ron)).toEqual([hidden]);
  expect(await list(boss)).toEqual([byRita]);
  for (const all of [mia, world.admin]) {
    const told = await list(all);
    for (const id of [hidden, byRita, ofRitas, both]) expect(told).toContain(id);
  }
});

test('of a record that one sees, everything is told, whoever did it; of another nothing, in whatever words one asks', async () => {
  expect(await list(rita, { recordId: ritas.id })).toEqual(expect.arrayContaining([byRita, ofRitas, both]));
  for (const search of [{}, { object: 'account' }, { undone: false }, { by: 'user' }, { actorId: ron.publicId }])
    expect(await list(rita, { ...search, recordId: rons.id })).toEqual([]);
  expect(await list(rita, { actorId: ron.publicId })).toEqual([]);
  expect(await list(rita, { object: 'account', actorId: ron.publicId })).toEqual([]);
  const alone = { ...rita, permissions: new Set(['changes:read']) };
  await expect(list(alone, { recordId: ritas.id })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a change of what is out of reach is neither shown nor previewed; of one of many records only the seen ones are', async () => {
  for (const name of ['changes.get', 'changes.preview']) {
    const refused = await ask(name, hidden, rita);
    expect(refused).toMatchObject({ refused: 'not_allowed' });
    expect(tells(refused)).toEqual([]);
    expect(await ask(name, hidden, world.stranger)).toMatchObject({ refused: 'not_found' });
  }
  const preview = await ask('changes.preview', both, rita);
  expect(preview.records.map((record: { id: string }) => record.id)).toEqual([ritas.id]);
  expect(tells(preview)).toEqual([]);
  expect((await ask('changes.preview', both, world.admin)).records).toHaveLength(2);
});

test('what somebody made and gave away is not shown to them any more, nor what was made and deleted out of reach', async () => {
  const given = await did(rita, createOperation(contact) as never, { firstName: 'Zanzibar', ownerId: ron.publicId });
  expect(await list(rita)).toContain(given);
  expect(await ask('changes.preview', given, rita)).toMatchObject({ records: [], kept: [] });
  expect(await ask('changes.preview', given, ron)).toMatchObject({ records: [{ name: 'Zanzibar' }] });
  const gone = await did(world.admin, deleteOperation(account) as never, { id: rons.id });
  expect(await ask('changes.preview', gone, rita)).toMatchObject({ refused: 'not_allowed' });
  expect(await ask('changes.preview', gone, ron)).toMatchObject({ records: [{ effect: 'restored' }] });
});

test('relationships of kinds that one may not read are not previewed either', async () => {
  const [ana, bo] = [await make(contact, { firstName: 'Ana' }), await make(contact, { firstName: 'Zanzibar' })];
  const tie = { fromId: ana.id, toId: bo.id, type: 'custom', label: 'Zanzibar' };
  const made = await did(world.admin, createOperation(objectNamed('relationship')) as never, tie);
  const reader = { ...world.admin, permissions: new Set(['changes:read', 'relationships:read']) };
  expect(await ask('changes.preview', made, reader)).toMatchObject({ records: [], kept: [] });
});

test('what a long undo left alone is told as far as one sees it', async () => {
  const changeSetId = world.ports.ids.next();
  const kept = [rons.id, ritas.id].map((recordId) => ({ object: 'account', recordId, field: 'city', reason: 'now x' }));
  await world.database.write(world.workspaceId, async (tx) => {
    await tx.rows(sql`insert into change_sets (id, operation, surface, at, actor_type, actor_id, actor_name, records, undoes)
      select ${changeSetId}, 'changes.undo', 'rest', now(), 'user', ${rita.id}::uuid, 'Rita', 2, id from change_sets limit 1`);
    await tx.rows(
      sql`insert into undo_runs (change_set_id, kept, done) values (${changeSetId}, ${JSON.stringify(kept)}::jsonb, true)`,
    );
  });
  const told = await ask('changes.get', publicId('cs', changeSetId), rita);
  expect(told.undo.kept).toEqual([expect.objectContaining({ recordId: ritas.id })]);
  expect((await ask('changes.get', publicId('cs', changeSetId), world.admin)).undo.kept).toHaveLength(2);
});
