import { expect, test } from 'vitest';
import { account, contact, fieldsWorld } from './fields-world.fixture.ts';

const world = await fieldsWorld();
const { make, change, get, list, code, addField } = world;
const acme = await make(account, { name: 'Acme' });
const ben = await make(contact, { firstName: 'Ben' });
const { output: user } = { output: `us_${'0'.repeat(32)}` };

interface Sample {
  definition?: object;
  good: unknown;
  wrong: unknown[];
  /** What a list is filtered by to find it. */
  found?: object;
}

const samples: Record<string, Sample> = {
  text: { good: 'North', wrong: [5, 'x\u0000', 'x'.repeat(300)] },
  longText: { good: 'x'.repeat(5000), wrong: [{}], found: {} },
  number: { good: 7.25, wrong: ['7', 1e16, Number.NaN] },
  integer: { good: 7, wrong: [7.5] },
  decimal: { good: 7.25, wrong: ['7'] },
  money: { definition: { currency: 'EUR' }, good: '1234.50', wrong: ['12.345', '1e3', '99999999999999999999', 'x'] },
  percent: { good: 12.5, wrong: ['12%'] },
  date: { good: '2026-05-01', wrong: ['2026-13-01', 'soon'] },
  dateTime: { good: '2026-05-01T10:00:00.000Z', wrong: ['noon'] },
  boolean: { good: true, wrong: ['yes'] },
  choice: { definition: { options: ['red', { value: 'green', color: '#00ff00' }] }, good: 'green', wrong: ['blue'] },
  multiChoice: {
    definition: { options: ['a', 'b', 'c'] },
    good: ['a', 'c'],
    wrong: ['a', ['d']],
    found: { contains: 'c' },
  },
  tags: { good: ['x', 'y'], wrong: ['x'], found: { contains: 'y' } },
  email: { good: 'a@b.de', wrong: ['nobody', 'a b@c'] },
  phone: { good: '+49 30 1', wrong: [{}] },
  url: { good: 'https://kith.example', wrong: ['javascript:alert(1)', 'https://'] },
  address: {
    good: { street: 'Main St 1', city: 'Berlin', postalCode: '10115' },
    wrong: ['Berlin', {}, { planet: 'Mars' }],
    found: { contains: '10115 berlin' },
  },
  reference: { definition: { to: 'account' }, good: acme.id, wrong: [ben.id, `ac_${'1'.repeat(32)}`, 5] },
  references: {
    definition: { to: 'contact' },
    good: [ben.id],
    wrong: [acme.id, [acme.id], [`ct_${'1'.repeat(32)}`]],
    found: { contains: ben.id },
  },
  relation: { definition: { to: 'account' }, good: acme.id, wrong: [ben.id] },
  relationList: { definition: { to: 'contact' }, good: [ben.id], wrong: [[acme.id]], found: { contains: ben.id } },
};

test.each(Object.entries(samples))(
  'a field of type %s keeps its values, refuses others, and is filtered by',
  async (type, sample) => {
    const name = `${type}Field`;
    const field = await addField({ name, type, ...sample.definition });
    const { id, customFields } = await make(contact, { firstName: 'Ana', customFields: { [name]: sample.good } });
    expect(customFields).toEqual({ [name]: sample.good });
    for (const wrong of sample.wrong)
      expect(await code(change(contact, id, { customFields: { [name]: wrong } }))).toBe('validation_failed');
    const operator = sample.found ?? { eq: sample.good };
    if (Object.keys(operator).length > 0)
      expect(await list(contact, { filter: { [`custom.${name}`]: operator } })).toMatchObject([{ id }]);
    if (field.sortable) expect((await list(contact, { sort: `-custom.${name}` }))[0]).toMatchObject({ id });
    const empty = type === 'multiChoice' || type === 'tags' ? [] : null;
    if (type !== 'boolean') await change(contact, id, { customFields: { [name]: empty } });
    expect((await get(contact, id)).customFields[name] ?? null).toEqual(
      type === 'boolean' ? true : type === 'multiChoice' || type === 'tags' ? [] : null,
    );
  },
);

test('a field of type user refers to a user', async () => {
  await addField({ name: 'helper', type: 'user' });
  expect(await code(make(contact, { firstName: 'A', customFields: { helper: user } }))).toBe('validation_failed');
  expect(await code(make(contact, { firstName: 'A', customFields: { helper: ben.id } }))).toBe('validation_failed');
});

test('there are no files to refer to while nothing keeps files', async () => {
  expect(await code(addField({ name: 'paper', type: 'file' }))).toBe('validation_failed');
});

test('records are sorted by a custom field page after page, those without a value last', async () => {
  await addField({ name: 'rank', type: 'number', object: 'account' });
  const ranks = [3, null, 1, 2, null, 2];
  const ids: string[] = [];
  for (const rank of ranks) ids.push((await make(account, { name: 'R', customFields: rank ? { rank } : {} })).id);
  for (const sort of ['custom.rank', '-custom.rank']) {
    const seen: (number | null)[] = [];
    const ofThese = { name: { eq: 'R' } };
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await world.run((await import('#platform/records')).listOperation(account), {
        sort,
        limit: 2,
        cursor,
        filter: ofThese,
      } as never);
      seen.push(...page.data.map((one: { customFields: { rank?: number } }) => one.customFields.rank ?? null));
      cursor = page.page.next;
      more = cursor !== undefined;
    }
    expect(seen).toEqual(sort.startsWith('-') ? [3, 2, 2, 1, null, null] : [1, 2, 2, 3, null, null]);
  }
});
