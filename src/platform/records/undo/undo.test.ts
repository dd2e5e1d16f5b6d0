import { expect, test } from 'vitest';
import { tryParseId } from '#platform/ids';
import { people, peopleWorld } from '../people.fixture.ts';

const world = await peopleWorld();
const { run, make, code } = world;
const undo = async (id?: string) => run(people.undo, { id: id ?? (await world.latest()) });
const get = (id: string) => run(people.get, { id });

test('an edit is taken back, and that is taken back too, and then the edit again', async () => {
  const { id } = await make({ city: 'A' });
  await run(people.update, { id, city: 'B' });
  const edit = await world.latest();
  const undone = await undo(edit);
  expect(undone.result).toEqual({ undone: 1, kept: [] });
  expect(await get(id)).toMatchObject({ city: 'A', version: 3 });
  await undo(undone.undoing);
  expect(await get(id)).toMatchObject({ city: 'B' });
  await undo(edit);
  expect(await get(id)).toMatchObject({ city: 'A' });
});

test('what was taken back already is not taken back twice, not even at once', async () => {
  const { id } = await make({ city: 'A' });
  await run(people.update, { id, city: 'B' });
  const edit = await world.latest();
  expect((await Promise.all([code(undo(edit)), code(undo(edit))])).sort()).toEqual(['conflict', 'done']);
  expect(await code(undo(edit))).toBe('conflict');
});

test('a value that has been changed since is kept, and told', async () => {
  const { id } = await make({ city: 'A', age: 1 });
  await run(people.update, { id, city: 'B', age: 2 });
  const edit = await world.latest();
  await run(people.update, { id, city: 'C' });
  const { result } = await undo(edit);
  expect(result).toMatchObject({ undone: 1, kept: [{ field: 'city', recordId: id }] });
  expect(result.kept[0].reason).toContain('"C"');
  expect(await get(id)).toMatchObject({ city: 'C', age: 1 });
});

test('a creation and a deletion are taken back', async () => {
  const { id } = await make();
  const creation = await world.latest();
  await run(people.remove, { id });
  await undo();
  expect(await get(id)).toMatchObject({ deletedAt: null });
  await undo(creation);
  expect(await code(get(id))).toBe('not_found');
});

test('a creation whose record has been deleted since is left as it is', async () => {
  const { id } = await make();
  const creation = await world.latest();
  await run(people.remove, { id });
  expect((await undo(creation)).result).toEqual({ undone: 0, kept: [] });
});

test('a bulk edit and a bulk deletion are taken back as one', async () => {
  const ids = [(await make({ city: 'A' })).id, (await make({ city: 'B' })).id];
  await run(people.bulkUpdate, { ids, set: { city: 'X' } } as never);
  await undo();
  expect([(await get(ids[0])).city, (await get(ids[1])).city]).toEqual(['A', 'B']);
  await run(people.bulkDelete, { ids });
  expect((await undo()).result).toMatchObject({ undone: 2 });
  expect(await get(ids[1])).toMatchObject({ city: 'B' });
});

test('nobody takes back what they may not write, nor deletes what others made', async () => {
  const { id } = await make();
  const creation = await world.latest();
  await run(people.update, { id, city: 'B' });
  const as = (...permissions: string[]) => ({ actor: world.actorWith('changes:undo', ...permissions) });
  const edit = await world.latest();
  expect(await code(run(people.undo, { id: edit }, as('people:read')))).toBe('not_allowed');
  expect(await code(run(people.undo, { id: edit }, as('people:write')))).toBe('done');
  expect(await code(run(people.undo, { id: creation }, as('people:write')))).toBe('not_allowed');
  expect(await code(run(people.undo, { id: creation }, as('people:delete')))).toBe('done');
});

test('a change set of another workspace does not exist', async () => {
  await make();
  const id = await world.latest();
  expect(await code(run(people.undo, { id }, { actor: world.stranger }))).toBe('not_found');
});

test('a large change set is taken back in chunks, goes on where it stood, and can come back', async () => {
  const made = 2500;
  await world.owner(
    `insert into people (id, name, city) select gen_random_uuid(), 'N' || i, 'old' from generate_series(1, ${made}) i`,
  );
  await run(people.bulkUpdate, { filter: { city: { eq: 'old' } }, set: { city: 'new' } } as never);
  const edit = await world.latest();
  const chunks = async (id: string, changeSetId: string) => {
    let rounds = 0;
    while ((await run(people.undoChunk, { id }, { changeSetId })).more) rounds += 1;
    return rounds;
  };
  const cities = () =>
    world.owner(`select city, count(*)::int as n from people where city in ('old', 'new') group by 1`);
  const status = async (id: string) =>
    (await world.owner(`select status from change_sets where id = '${id}'`))[0].status;
  const first = await undo(edit);
  expect(first.result).toBe('bulk');
  expect(await status(first.undoing)).toBe('partial');
  expect(await chunks(edit, first.undoing)).toBe(3);
  expect([await cities(), await status(first.undoing)]).toEqual([[{ city: 'old', n: made }], 'done']);
  const second = await undo(first.undoing);
  await chunks(first.undoing, second.undoing);
  expect(await cities()).toEqual([{ city: 'new', n: made }]);
  const third = await undo(edit);
  await chunks(edit, third.undoing);
  expect(await cities()).toEqual([{ city: 'old', n: made }]);
}, 60_000);

test('what an erased person had stays unread, and their new values do not', async () => {
  const { id } = await make({ notes: 'one' });
  await run(people.update, { id, notes: 'two', city: 'B' });
  const edit = await world.latest();
  await world.owner(`delete from person_keys where person_id = '${tryParseId('pe', id)}'`);
  await run(people.update, { id, notes: 'three' });
  await undo(edit);
  expect(await get(id)).toMatchObject({ notes: 'three', city: null });
});
