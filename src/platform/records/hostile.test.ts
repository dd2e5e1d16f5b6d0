import { expect, test } from 'vitest';
import { people, peopleWorld } from './people.fixture.ts';

const world = await peopleWorld();
const { run, make, code } = world;
const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), 1);

test.each([
  ['a NUL', { name: 'a\u0000b' }],
  ['half a character', { name: 'a\ud800' }],
  ['a text of a megabyte', { name: 'x'.repeat(1_000_000) }],
  ['a NUL in a tag', { tags: ['a\u0000'] }],
  ['a thousand tags', { tags: Array.from({ length: 1000 }, (_, i) => `t${i}`) }],
  ['a NUL deep inside', { links: { a: [{ b: 'x\u0000' }] } }],
  ['a NUL in a name', { links: { 'a\u0000': 1 } }],
  ['half a character inside', { links: { a: '\udc00' } }],
  ['JSON without end', { links: nested(5000) }],
  ['a megabyte of JSON', { links: { a: 'x'.repeat(1_000_000) } }],
  ['a number beyond all', { age: 1e300 }],
  ['no number', { age: Number.NaN }],
  ['a year before all', { metAt: '0000-01-01' }],
  ['what only the table refuses', { age: 1000 }],
  ['a text for a list', { tags: 'a' }],
  ['an unknown field', { nmae: 'x' }],
  ['a field of ours', { createdAt: '2026-01-01' }],
])('%s is refused as a mistake, and nothing is written', async (_what, values) => {
  const count = async () => (await world.owner('select count(*)::int as n from people'))[0].n;
  const before = await count();
  expect(await code(make(values))).toBe('validation_failed');
  const { id } = await make();
  expect(await code(run(people.update, { id, ...values } as never))).toBe('validation_failed');
  expect(await count()).toBe(before + 1);
});

test('keys that would change what objects are do so nowhere', async () => {
  for (const text of ['{"__proto__":{"isFriend":true}}', '{"name":"x","constructor":{"prototype":{"y":1}}}'])
    expect(await code(run(people.create, JSON.parse(text)))).toBe('validation_failed');
  const made = await make({ links: JSON.parse('{"constructor":{"prototype":{"polluted":1}}}') });
  expect(made.links.constructor).toEqual({ prototype: { polluted: 1 } });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('every script comes back as it was written', async () => {
  const name = '👩‍👩‍👧 שלום مرحبا Ünï\u202e abc "\\\' {}';
  const made = await make({ name, tags: ['"', '\\', '{a,b}', 'null', '😀'], links: { '"\\': '{}' } });
  expect(made).toMatchObject({ name, tags: ['"', '\\', '{a,b}', 'null', '😀'], links: { '"\\': '{}' } });
  expect(await run(people.update, { id: made.id, tags: ['NULL', '"x"'] })).toMatchObject({
    name,
    tags: ['NULL', '"x"'],
  });
});

test.each(['', 'x', "pe_' or 1=1", `pe_${'g'.repeat(32)}`, `ct_${'0'.repeat(32)}`, 'a\u0000', '\ud800'])(
  'the id %j names nothing',
  async (id) => {
    expect(await code(run(people.get, { id }))).toBe('not_found');
    expect(await code(run(people.remove, { id }))).toBe('not_found');
  },
);
