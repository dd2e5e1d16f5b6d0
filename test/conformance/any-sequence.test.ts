import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import type { Answer } from '#platform/testing';
import { operations } from '../../src/modules.ts';
import { kinds, openBooks } from './any-sequence.fixture.ts';

const books = await openBooks();
/** The same few sequences in every run; with KITH_FULL, as npm run soak sets it, others each time. */
const sample = process.env.KITH_FULL ? { numRuns: 300 } : { numRuns: 8, seed: 20_261_129 };
const reader = books.database.reader(books.workspaceId);

/** One thing that is done: what, to which record of which kind, with which value. Numbers find what is there, so that every sequence means something. */
interface Step {
  act: 'create' | 'change' | 'change all' | 'delete' | 'delete all' | 'restore' | 'convert' | 'undo' | 'replace tag';
  kind: string;
  which: number;
  value: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { arbitrary: fc.constant('create' as const), weight: 3 },
    { arbitrary: fc.constant('change' as const), weight: 6 },
    { arbitrary: fc.constantFrom('delete' as const, 'restore' as const), weight: 2 },
    { arbitrary: fc.constant('undo' as const), weight: 4 },
    { arbitrary: fc.constantFrom('change all' as const, 'delete all' as const), weight: 1 },
    { arbitrary: fc.constantFrom('replace tag' as const, 'convert' as const), weight: 2 },
  ),
  kind: fc.constantFrom(...Object.keys(kinds)),
  which: fc.nat({ max: 5 }),
  value: fc.nat({ max: 99 }),
});

async function does({ act, kind, which, value }: Step): Promise<Answer> {
  const { plural, always = {}, changes } = kinds[kind] ?? { plural: '', changes: [] };
  const id = books.some(kind, which);
  if (act === 'undo') return books.call('changes.undo', { changeSetId: books.sets.at(-1 - which) ?? 'none' });
  if (act === 'replace tag') return books.call('tags.rename', { tag: 'vip', to: value % 2 ? 'fair' : 'new' });
  if (act === 'convert') return books.convert(which, `${value}.10`);
  if (act === 'create' || !id) return books.add(kind, value);
  const change = () => changes[value % changes.length]?.(books, value);
  const ids = books.all(kind);
  const many = operations.has(`${plural}.bulkUpdate`);
  if (act === 'change all' && many) return books.call(`${plural}.bulkUpdate`, { ...always, ids, set: change() });
  if (act === 'delete all' && many) return books.call(`${plural}.bulkDelete`, { ...always, ids });
  if (act.startsWith('change')) return books.call(`${plural}.update`, { ...always, id, ...change() });
  return books.call(`${plural}.${act === 'restore' ? 'restore' : 'delete'}`, { ...always, id });
}

const live = async (kind: string): Promise<Answer[]> => {
  const found = [];
  for (const id of books.all(kind)) found.push(await books.read(kind, id));
  return found.filter((one) => one !== null);
};

const cents = (amount: string | null) => Math.round(Number(amount ?? 0) * 100);

/** The roll-ups of accounts are what adding up their deals anew gives. */
async function rollupsHold(deals: readonly Answer[]): Promise<void> {
  for (const { id, customFields } of await live('account')) {
    const own = deals.filter((one) => one.accountId === id);
    expect(customFields.deals ?? 0, 'deals of an account').toBe(own.length);
    const worth = own.reduce((sum, one) => sum + cents(one.amount), 0);
    expect(cents(customFields.worth ?? null), 'what they are worth').toBe(worth);
    const open = own.filter((one) => one.status === 'open');
    const largest = Math.max(0, ...open.map((one) => cents(one.amount)));
    expect(cents(customFields.largest ?? null), 'the largest that is open').toBe(largest);
  }
}

/** Each step of a deal begins where the last one ended, the hours add up, and it ends where the deal is. */
async function stagesAddUp(deals: readonly Answer[]): Promise<void> {
  for (const { id, stage } of deals) {
    const { data, current } = await books.call('deals.stageHistory', { id });
    for (const [index, one] of data.entries())
      expect(one.fromStage, 'where a step begins').toBe(index === 0 ? null : data[index - 1].toStage);
    const hours = data.reduce((sum: number, one: Answer) => sum + (one.timeInStageHours ?? 0), 0);
    const whole = (Date.parse(current.since) - Date.parse(data[0].changedAt)) / 3_600_000;
    expect(hours, 'hours in stages').toBeCloseTo(whole, 2);
    expect(data.at(-1).toStage, 'where the last step ends').toBe(stage);
  }
}

/** The kept numbers of tags, and what is filtered by, are what the records themselves say. */
async function indexesHold(): Promise<void> {
  const tables = ['contacts', 'accounts', 'deals', 'leads', 'custom_records'];
  const parts = tables.map((name) => sql`select unnest(tags) as tag from ${sql.table(name)} where deleted_at is null`);
  const counted = await reader.rows<{ tag: string; records: number }>(
    sql`select tag, count(*)::integer as records from (${sql.join(parts, sql` union all `)}) t group by tag order by tag`,
  );
  const { data } = await books.call('tags.list', {});
  const kept = data.map(({ tag, records }: Answer) => ({ tag, records }));
  expect(
    kept.sort((a: Answer, b: Answer) => (a.tag < b.tag ? -1 : 1)),
    'numbers of tags',
  ).toEqual(counted);
  const filter = { 'custom.region': { eq: 'north' } };
  const found = (await books.call('contacts.list', { filter, limit: 200 })).data.map((one: Answer) => one.id);
  const north = await reader.rows<{ id: string }>(sql`select 'ct_' || replace(id::text, '-', '') as id from contacts
    where deleted_at is null and custom_fields ->> 'region' = 'north'`);
  expect(found.sort(), 'contacts of the north').toEqual(north.map(({ id }) => id).sort());
}

const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** Values with their moments written in one way. */
function told(values: Record<string, unknown>): Record<string, unknown> {
  const one = (value: unknown) =>
    typeof value === 'string' && isMoment.test(value) ? new Date(value).toISOString() : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, one(value)]));
}

/** Every record, as of every moment, is what it was when it was read then. */
async function pastHolds(): Promise<void> {
  for (const { kind, id, at, state } of books.memories) {
    const past = await books.read(kind, id, at);
    if (!past || !state) {
      expect(past, `${id} as of ${at}`).toBe(state);
      continue;
    }
    const { asOf: _, customFields, ...values } = past;
    const then = Object.fromEntries(Object.keys(values).map((name) => [name, state[name]]));
    expect(told(values), `${id} as of ${at}`).toEqual(told(then));
    const { deals: _deals, worth: _worth, largest: _largest, ...own } = state.customFields ?? {};
    expect(told(customFields), `custom fields of ${id} as of ${at}`).toEqual(told(own));
  }
}

test('whatever is done to records of any kind and taken back, numbers add up and the past stays what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }), async (steps) => {
      await books.begin();
      for (const one of steps) {
        await books.step(() => does(one));
        await books.remember();
      }
      const deals = await live('deal');
      await rollupsHold(deals);
      await stagesAddUp(deals);
      await indexesHold();
      await pastHolds();
    }),
    sample,
  );
}, 3_600_000);
