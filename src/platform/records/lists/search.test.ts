import { expect, test } from 'vitest';
import { tryParseId } from '#platform/ids';
import { people, peopleWorld } from '../people.fixture.ts';

const world = await peopleWorld();
const { run, make } = world;
const ids: string[] = [];
const add = async (name: string, more: object = {}) => {
  const { id } = await make({ name, ...more });
  ids.push(tryParseId('pe', id) ?? '');
  return id as string;
};
const names = [
  'Ana López',
  'Anna Bell',
  'Bell Anna Annabel',
  'Björn Ångström',
  'Łukasz Żak',
  'हिन्दी नाम',
  '山田 太郎',
  'Bo Ana',
  'محمد علي',
];
for (const name of names) await add(name);
await add('Zoe Other', { city: 'Annaberg', email: 'zoe.other@xanadu.example' });
await run(people.index, { ids });
const found = async (q: string, more: object = {}) =>
  (await run(people.list, { q, ...more })).data.map((one: { name: string }) => one.name);

test.each([
  ['lop', ['Ana López']],
  ['LÓPEZ ana', ['Ana López']],
  ['bjorn ang', ['Björn Ångström']],
  ['zak luk', ['Łukasz Żak']],
  ['हिन्दी', ['हिन्दी नाम']],
  ['太', ['山田 太郎']],
  ['محمد', ['محمد علي']],
  ['zoe xana', ['Zoe Other']],
  ['nadu', ['Zoe Other']],
  ['na', []],
  ['nobody', []],
  ["' | !:* & \\", []],
  ['%', []],
])('%j finds %j', async (q, expected) => {
  expect(await found(q)).toEqual(expected);
});

test('names come first, in the order of the word that was meant, each once; then the others', async () => {
  expect(await found('ana')).toEqual(['Ana López', 'Bo Ana']);
  expect(await found('ann')).toEqual(['Bell Anna Annabel', 'Anna Bell', 'Zoe Other']);
  expect(await found('bell ann')).toEqual(['Bell Anna Annabel', 'Anna Bell']);
});

test('pages of a search are together the whole, through all of its stretches', async () => {
  for (const q of ['a', 'an', 'b', 'ann', 'nadu']) {
    const whole = await found(q);
    for (const limit of [1, 2, 3]) {
      const all: string[] = [];
      let cursor: string | undefined;
      do {
        const { data, page } = await run(people.list, { q, limit, cursor });
        all.push(...data.map((one: { name: string }) => one.name));
        cursor = page.next;
      } while (cursor);
      expect(all).toEqual(whole);
    }
  }
});

test('a search can be filtered, counted and sorted otherwise', async () => {
  expect(await found('ann', { filter: { city: { eq: 'Annaberg' } } })).toEqual(['Zoe Other']);
  expect((await run(people.list, { q: 'ann', count: 'exact', limit: 1 })).page.total).toBe(3);
  expect((await run(people.list, { q: 'nadu', count: 'exact' })).page.total).toBe(1);
  expect(await found('ann', { sort: '-name' })).toEqual(['Zoe Other', 'Bell Anna Annabel', 'Anna Bell']);
});

test('a cursor of a sorted list is none of a search, and the other way round', async () => {
  const sorted = await run(people.list, { sort: 'name', limit: 1 });
  const searched = await run(people.list, { q: 'a', limit: 1 });
  expect(await world.code(run(people.list, { q: 'a', cursor: sorted.page.next }))).toBe('bad_request');
  expect(await world.code(run(people.list, { sort: 'name', cursor: searched.page.next }))).toBe('bad_request');
});

test('a renamed record is found by its new name only, a deleted one not at all, and nothing is left of either', async () => {
  const id = await add('Quentin Old');
  const uuid = tryParseId('pe', id) ?? '';
  await run(people.index, { ids: [uuid] });
  await run(people.update, { id, name: 'Quirin New' });
  await run(people.index, { ids: [uuid] });
  expect([await found('quentin'), await found('old'), await found('new quir')]).toEqual([[], [], ['Quirin New']]);
  await run(people.remove, { id });
  await run(people.index, { ids: [uuid] });
  expect(await found('quirin')).toEqual([]);
  expect(await world.owner(`select * from search_names where record_id = '${uuid}'`)).toEqual([]);
});

test('another workspace finds nothing', async () => {
  expect((await run(people.list, { q: 'ana' }, { actor: world.stranger })).data).toEqual([]);
});
