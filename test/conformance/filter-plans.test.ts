import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';
import { plansOfList } from './plans.fixture.ts';

const world = await testWorld();
const rows = 200_000;
const listId = '00000000-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  await world.run(
    operations.get('fields.create') as never,
    { object: 'contact', name: 'region', label: 'Region', type: 'text' } as never,
  );
  await world.run(
    operations.get('fields.create') as never,
    { object: 'contact', name: 'seats', label: 'Seats', type: 'integer' } as never,
  );
  const options = Array.from({ length: 100 }, (_, index) => `A${index}`);
  for (const field of [
    { name: 'areas', label: 'Areas', type: 'multiChoice', options },
    { name: 'renewal', label: 'Renewal', type: 'date' },
  ])
    await world.run(operations.get('fields.create') as never, { object: 'contact', ...field } as never);
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  await owner.query(`set app.workspace_id = '${world.workspaceId}'`);
  await owner.query(`insert into contacts (id, name, first_name, last_name, email, city, country, title, created_at, lead_score, score_tier)
    select gen_random_uuid(), 'N'||i||' L'||i%5000, 'N'||i, 'L'||i%5000, 'n'||i||'@example.com', 'City '||i%700, 'DE', 'Title '||i%900, now() - i * interval '1 minute', i%100, 'COLD'
    from generate_series(1, ${rows}) i`);
  await owner.query(
    `insert into contact_points (contact_id, kind, key, value) select id, 'email', email, email from contacts`,
  );
  await owner.query(`insert into field_values (field_id, record_id, text_value)
    select (select id from custom_fields where name = 'region'), id, 'R'||lead_score from contacts`);
  await owner.query(`insert into field_values (field_id, record_id, number_value)
    select (select id from custom_fields where name = 'seats'), id, lead_score from contacts`);
  await owner.query(`insert into field_values (field_id, record_id, text_value)
    select (select id from custom_fields where name = 'areas'), id, 'A'||lead_score from contacts`);
  await owner.query(`insert into field_values (field_id, record_id, time_value)
    select (select id from custom_fields where name = 'renewal'), id, created_at from contacts`);
  await owner.query(`insert into field_values (field_id, record_id, position, text_value)
    select '00000000-0000-7000-8000-000000000001', id, 0, 'tag'||lead_score from contacts`);
  await owner.query(
    `insert into search_documents (object, record_id, words, content) select 'contact', id, to_tsvector('simple', name), lower(name) from contacts`,
  );
  await owner.query(
    `insert into lists (id, name, object, owner_id) values ('${listId}', 'Fair', 'contact', gen_random_uuid())`,
  );
  await owner.query(`insert into list_members (id, list_id, record_type, record_id)
    select gen_random_uuid(), '${listId}', 'contact', id from contacts where lead_score < 2`);
  await owner.query(`with other as (insert into lists (id, name, object, owner_id)
      values (gen_random_uuid(), 'Everybody', 'contact', gen_random_uuid()) returning id)
    insert into list_members (id, list_id, record_type, record_id)
    select gen_random_uuid(), other.id, 'contact', contacts.id from contacts, other`);
  await owner.query(`insert into shares (id, record_type, record_id, user_id)
    select gen_random_uuid(), 'contact', id, case when lead_score = 7 then '${world.admin.id}'::uuid else gen_random_uuid() end
    from contacts where lead_score < 20`);
  await owner.query('analyze');
  await owner.end();
}, 120_000);

const plansOf = (filter: unknown, more: object = {}) => plansOfList(world, 'contact', { filter, ...more });

const filters: [string, unknown, object?][] = [
  ['nothing, newest first', undefined],
  ['text eq', { city: { eq: 'City 3' } }],
  ['text eq, a value that is not there', { city: { eq: 'Nowhere' } }],
  ['text in', { lastName: { in: ['L1', 'L2'] } }],
  ['text ne', { country: { ne: 'DE' } }],
  ['text startsWith', { lastName: { startsWith: 'L49' } }],
  ['text contains', { title: { contains: 'tle 77' } }],
  ['text empty', { department: { empty: true } }],
  ['text lt', { name: { lt: 'N1' } }],
  ['e-mail eq', { email: { eq: 'n77@example.com' } }],
  ['integer gte', { leadScore: { gte: 99 } }],
  ['choice eq', { scoreTier: { eq: 'HOT' } }],
  ['boolean eq', { gdprConsent: { eq: true } }],
  ['date-time gt', { createdAt: { gt: '2020-01-01' } }],
  ['reference eq', { accountId: { eq: `ac_${'0'.repeat(32)}` } }],
  ['user eq', { ownerId: { eq: `us_${'0'.repeat(32)}` } }],
  ['tags contains', { tags: { contains: 'tag7' } }],
  ['custom text eq', { 'custom.region': { eq: 'R7' } }],
  ['custom text in', { 'custom.region': { in: ['R7', 'R8'] } }],
  ['custom choices contains', { 'custom.areas': { contains: 'A7' } }],
  ['custom date lt', { 'custom.renewal': { lt: '2020-01-01' } }],
  ['custom number gt', { 'custom.seats': { gt: 98 } }],
  [
    'nested and or',
    { or: [{ city: { eq: 'City 3' } }, { and: [{ lastName: { eq: 'L7' } }, { leadScore: { lt: 10 } }] }] },
  ],
  ['in a list', { inList: { eq: `li_${listId.replaceAll('-', '')}` } }],
  ['shared with me', { sharedWith: { eq: 'me' } }],
  ['sorted by name', { city: { eq: 'City 3' } }, { sort: 'name' }],
  ['sorted by a custom field', undefined, { sort: '-custom.seats' }],
  [
    'sorted by a custom date, filtered by another field',
    { 'custom.areas': { contains: 'A7' } },
    { sort: 'custom.renewal' },
  ],
  ['searched', undefined, { q: 'n77' }],
  ['counted', { city: { eq: 'City 3' } }, { count: 'bounded' }],
];

test.each(filters)('a list filtered by %s reads no table from end to end', async (_name, filter, more) => {
  expect(await plansOf(filter, more)).not.toMatch(
    /Seq Scan on (contacts|contact_points|field_values|search_documents|list_members|shares)/,
  );
});

test('the workspace is always an index condition', async () => {
  expect(await plansOf({ city: { eq: 'City 3' } })).toMatch(/Index Cond: \(+workspace_id = /);
});

test('without its index a filter would be found out', async () => {
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  const { rows: plan } = await owner.query<Record<string, string>>(`explain select 1 from contacts where title = 'x'`);
  await owner.end();
  expect(plan.map((line) => line['QUERY PLAN']).join()).toMatch(/Seq Scan on contacts/);
});
