import fc from 'fast-check';
import { expect, test } from 'vitest';
import { people, peopleWorld } from '../people.fixture.ts';

const world = await peopleWorld();
const { run, code } = world;
await world.addField('region', 'text');
await world.addField('seats', 'integer');
await world.addField('since', 'date');
await world.addField('rate', 'decimal');
// Few different values and many empty ones, so that keys are equal and NULL across the borders of pages.
await world.owner(`insert into people (id, name, email, city, age, income, met_at, mood, custom_fields, created_at)
  select gen_random_uuid(), 'N' || i % 5, case when i % 2 = 0 then 'e' || i % 3 || '@x.de' end, case when i % 3 = 0 then 'C' || i % 4 end,
    case when i % 4 < 3 then i % 3 end, case when i % 4 = 0 then i % 3 * 50 - 50 end, case when i % 3 > 0 then '2026-01-01'::timestamptz + i % 4 * interval '1 ms' end,
    case when i % 2 = 0 then 'good' end, '{}', '2026-01-01'::timestamptz + i % 3 * interval '1 ms' from generate_series(1, 41) i`);
await world.owner(
  `insert into field_values (field_id, record_id, text_value) select f.id, p.id, 'R' || p.age from custom_fields f, people p where f.name = 'region' and p.age is not null`,
);
await world.owner(
  `insert into field_values (field_id, record_id, number_value) select f.id, p.id, p.age * 1.5 from custom_fields f, people p where f.name in ('seats', 'rate') and p.age > 0`,
);
await world.owner(
  `insert into field_values (field_id, record_id, time_value) select f.id, p.id, p.met_at from custom_fields f, people p where f.name = 'since' and p.met_at is not null`,
);

async function pages(sort: string, limit: number): Promise<{ id: string }[]> {
  const all = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await run(people.list, { sort, limit, cursor });
    expect(data.length).toBeLessThanOrEqual(limit);
    all.push(...data);
    cursor = page.next;
  } while (cursor);
  return all;
}

const sortable = [
  'createdAt',
  'name',
  'email',
  'city',
  'age',
  'income',
  'metAt',
  'mood',
  'custom.region',
  'custom.seats',
  'custom.since',
  'custom.rate',
];

test.each(sortable.flatMap((name) => [name, `-${name}`]))(
  'pages sorted by %s are together the whole list, nothing twice',
  async (sort) => {
    const whole = (await run(people.list, { sort, limit: 200 })).data.map((one: { id: string }) => one.id);
    expect(new Set(whole).size).toBe(41);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async (limit) => {
        expect((await pages(sort, limit)).map((one) => one.id)).toEqual(whole);
      }),
      { numRuns: 3 },
    );
  },
);

test('empty values stand last in both directions', async () => {
  for (const sort of ['city', '-city']) {
    const cities = (await pages(sort, 7)).map((one) => (one as { city?: string }).city ?? null);
    expect(cities.slice(-28)).toEqual(Array(28).fill(null));
  }
});

test('what cannot be sorted by, and cursors that are none of ours, are refused', async () => {
  for (const sort of ['nam', 'tags', 'links', 'custom.nothing', '-'])
    expect(await code(run(people.list, { sort }))).toBe('unknown_field');
  const { page } = await run(people.list, { sort: 'name', limit: 1 });
  expect(await code(run(people.list, { sort: '-name', cursor: page.next }))).toBe('bad_request');
  const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '00000000-0000-7000-8000-000000000000';
  const wrong = [
    '',
    'x',
    made('metAt', 'yesterday', id),
    made('metAt', 5, id),
    made('metAt', '2026-99-01T00:00:00Z', id),
    made('metAt', { a: 1 }, id),
    made('metAt', 'a\u0000', id),
    made('metAt', null, '-'),
    made('age', 'x', id),
  ];
  for (const cursor of wrong) expect(await code(run(people.list, { sort: 'metAt', cursor }))).toBe('bad_request');
  for (const key of ['x', 1.5, 1e300])
    expect(await code(run(people.list, { sort: 'age', cursor: made('age', key, id) }))).toBe('bad_request');
});

test('a count is exact, and only the fields that are asked for come', async () => {
  const { data, page } = await run(people.list, {
    filter: { mood: { eq: 'good' } },
    count: 'exact',
    limit: 1,
    fields: 'name,city,name',
  });
  expect(page).toMatchObject({ total: 20, totalIsExact: true });
  expect(Object.keys(data[0]).sort()).toEqual(['city', 'id', 'name', 'version']);
  expect(await code(run(people.list, { fields: 'nmae' }))).toBe('unknown_field');
  expect(await code(run(people.list, { fields: Array(300).fill('name') }))).toBe('validation_failed');
});

test('deleted records stand in a list of their own', async () => {
  const { id } = await world.make({ name: 'Gone' });
  await run(people.remove, { id });
  expect((await run(people.list, { filter: { name: { eq: 'Gone' } } })).data).toEqual([]);
  expect((await run(people.list, { deleted: 'true' })).data).toMatchObject([{ id }]);
});

interface Row {
  age: number | null;
  income: number | null;
  metAt: string | null;
  city: string | null;
  email: string | null;
  mood: string | null;
}

const filters: [object, (row: Row) => boolean][] = [
  [{ age: { gt: 0 } }, ({ age }) => age !== null && age > 0],
  [{ age: { empty: true } }, ({ age }) => age === null],
  [{ age: { ne: 1 } }, ({ age }) => age !== 1],
  [{ income: { eq: -0.5 } }, ({ income }) => income === -0.5],
  [{ metAt: { gte: '2026-01-01T00:00:00.003Z' } }, ({ metAt }) => metAt !== null && metAt >= '2026-01-01T00:00:00.003'],
  [{ isFriend: { eq: false } }, () => true],
  [{ city: { in: ['C0', 'C3'] } }, ({ city }) => city === 'C0' || city === 'C3'],
  [{ name: { startsWith: 'N' } }, () => true],
  [{ email: { contains: 'E2@' } }, ({ email }) => email?.startsWith('e2@') ?? false],
  [{ 'custom.seats': { lt: 2 } }, ({ age }) => age === 1],
  [{ 'custom.region': { ne: 'R1' } }, ({ age }) => age !== 1],
  [{ 'custom.since': { empty: false } }, ({ metAt }) => metAt !== null],
  [{ or: [{ mood: { eq: 'good' } }, { age: { eq: 2 } }] }, ({ mood, age }) => mood === 'good' || age === 2],
];

test.each(filters)('the filter %j finds what it says', async (filter, meets) => {
  const all = (await run(people.list, { limit: 200, sort: 'name' })).data as Row[];
  const { data, page } = await run(people.list, { filter, limit: 200, sort: 'name', count: 'exact' });
  expect(data).toEqual(all.filter(meets));
  expect(data.length).toBeGreaterThan(0);
  expect(page.total).toBe(data.length);
});

test.each([
  { age: { empty: 'no' } },
  { name: { contains: 'a\u0000' } },
  { metAt: { gt: '-000001-01-01T00:00:00Z' } },
  { age: { eq: null } },
  { isFriend: { eq: 'yes' } },
])('the filter %j is refused', async (filter) => {
  expect(await code(run(people.list, { filter }))).toBe('validation_failed');
});
