import { expect, test } from 'vitest';
import { aMoment, people, peopleWorld } from './people.fixture.ts';

const world = await peopleWorld();
const { run, make, code } = world;

test('each change makes a version, and one that changes nothing makes none', async () => {
  const { id } = await make({ city: 'Lima', tags: ['a', 'b', 'a'], links: { b: 1, a: { d: 1, c: 2 } } });
  const input = { id, city: 'Lima', tags: ['a', 'b'], links: { a: { c: 2, d: 1 }, b: 1 } };
  const sets = (await world.owner('select 1 from changes')).length;
  expect(await run(people.update, input)).toMatchObject({ version: 1, tags: ['a', 'b'] });
  expect(await run(people.update, { id, city: 'Cusco' })).toMatchObject({ version: 2, city: 'Cusco' });
  expect((await world.owner('select 1 from changes')).length).toBe(sets + 1);
});

test('a writer who has seen another version is refused, and so is one who deletes or restores', async () => {
  const { id } = await make();
  await run(people.update, { id, age: 5 });
  const old = { expectedVersion: 1 };
  expect(await code(run(people.update, { id, age: 6 }, old))).toBe('version_changed');
  expect(await code(run(people.remove, { id }, old))).toBe('version_changed');
  await run(people.remove, { id }, { expectedVersion: 2 });
  expect(await code(run(people.restore, { id }, old))).toBe('version_changed');
  expect(await run(people.restore, { id }, { expectedVersion: 3 })).toMatchObject({ age: 5, version: 4 });
});

test('of two who write at once on what both have seen, one is refused', async () => {
  const { id } = await make();
  const both = [1, 2].map((age) => code(run(people.update, { id, age }, { expectedVersion: 1 })));
  expect((await Promise.all(both)).sort()).toEqual(['done', 'version_changed']);
});

test('a replaced record holds what is given and nothing else, custom values included', async () => {
  await world.addField('region', 'text');
  const { id } = await make({ city: 'Lima', isFriend: true, tags: ['x'], customFields: { region: 'South' } });
  expect(await run(people.replace, { id, name: 'Bo' })).toMatchObject({
    ...{ name: 'Bo', city: null, isFriend: false, tags: [], customFields: {} },
  });
});

test('a record is shown as it was at each of several moments', async () => {
  const before = await aMoment();
  const { id } = await make({ city: 'A', customFields: { region: 'R1' } });
  const first = await aMoment();
  await run(people.update, { id, city: 'B', notes: 'secret', customFields: { region: 'R2' } });
  const second = await aMoment();
  await run(people.remove, { id });
  const gone = await aMoment();
  await run(people.restore, { id });
  const asOf = (moment: string) => run(people.get, { id, asOf: moment });
  expect(await code(asOf(before))).toBe('not_found');
  expect(await asOf(first)).toMatchObject({ city: 'A', notes: null, version: 1, customFields: { region: 'R1' } });
  expect(await asOf(second)).toMatchObject({ city: 'B', notes: 'secret', version: 2, customFields: { region: 'R2' } });
  expect(await code(asOf(gone))).toBe('not_found');
  expect(await run(people.get, { id, asOf: first, fields: 'city,custom.region' })).toEqual({
    ...{ id, city: 'A', customFields: { region: 'R1' }, version: 1, asOf: first },
  });
});

test('no personal value stands in clear text in the history or in the log', async () => {
  const secret = 'Xyzzy';
  await world.addField('hobby', 'text');
  const { id } = await make({ name: `${secret}1`, email: `${secret}@example.com` });
  await run(people.update, { id, name: `${secret}2`, notes: `${secret}3`, customFields: { hobby: secret } });
  await run(people.update, { id, name: 'Bo', notes: null, email: null, city: 'Open', customFields: { hobby: null } });
  await run(people.bulkUpdate, { ids: [id], set: { notes: secret } } as never);
  for (const table of ['changes', 'events', 'change_sets']) {
    const rows = await world.owner(`select t::text as text from ${table} t`);
    expect(rows.map((row) => row.text).join('\n')).not.toMatch(/xyzzy/i);
  }
  expect(JSON.stringify(await world.owner('select after from changes'))).toContain('Open');
});

test('what follows from other things is no change that anybody made', async () => {
  const { id } = await make();
  await world.owner(`update people set rank = 7 where id = '${await uuidOf(id)}'`);
  expect(await run(people.get, { id })).toMatchObject({ rank: 7, version: 1 });
  expect(await code(run(people.update, { id, rank: 9 } as never))).toBe('validation_failed');
});

async function uuidOf(id: string): Promise<string> {
  const hex = id.slice(3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
