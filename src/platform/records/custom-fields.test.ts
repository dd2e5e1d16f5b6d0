import { expect, test } from 'vitest';
import { people, peopleWorld } from './people.fixture.ts';

const world = await peopleWorld();
const { run, make, code } = world;
const values: Record<string, { good: unknown; wrong: unknown; options?: string[] }> = {
  text: { good: 'North', wrong: 5 },
  integer: { good: 7, wrong: 7.5 },
  decimal: { good: 7.25, wrong: '7' },
  date: { good: '2026-05-01', wrong: '2026-13-01' },
  dateTime: { good: '2026-05-01T10:00:00.000Z', wrong: 'noon' },
  boolean: { good: true, wrong: 'yes' },
  choice: { good: 'red', wrong: 'blue', options: ['red', 'green'] },
  tags: { good: ['a', 'b'], wrong: 'a' },
  email: { good: 'a@b.de', wrong: 'nobody' },
  phone: { good: '+49 30 1', wrong: {} },
  url: { good: 'https://kith.example', wrong: 'javascript:alert(1)' },
};
for (const [type, { options }] of Object.entries(values))
  await world.addField(`${type}Field`, type, options ? { options } : {});
await world.addField('longTextField', 'longText');

test.each(Object.entries(values))(
  'a field of type %s is written, found, sorted by, emptied; a wrong value is refused',
  async (type, { good, wrong }) => {
    const name = `${type}Field`;
    const { id, customFields } = await make({ customFields: { [name]: good } });
    expect(customFields).toEqual({ [name]: good });
    const operand = type === 'tags' ? 'a' : good;
    const found = async () => (await run(people.list, { filter: { [`custom.${name}`]: { eq: operand } } })).data;
    expect(await found()).toMatchObject([{ id }]);
    if (type !== 'tags')
      expect((await run(people.list, { sort: `-custom.${name}`, limit: 1 })).data).toMatchObject([{ id }]);
    expect(await code(make({ customFields: { [name]: wrong } }))).toBe('validation_failed');
    if (type !== 'boolean') {
      await run(people.update, { id, customFields: { [name]: type === 'tags' ? [] : null } } as never);
      expect(await found()).toEqual([]);
    }
    await run(people.remove, { id });
  },
);

test('an unknown field is refused with the nearest name', async () => {
  const wrong = make({ customFields: { textFeild: 'x' } });
  await expect(wrong).rejects.toMatchObject({ code: 'unknown_field', message: expect.stringContaining("'textField'") });
  expect((await make({ customFields: JSON.parse('{"__proto__": {"x": 1}}') })).customFields).toEqual({});
  expect(await code(make({ customFields: { constructor: 1 } }))).toBe('unknown_field');
});

test('that a record is missing is told before mistakes in its values', async () => {
  const id = `pe_${'0'.repeat(32)}`;
  expect(await code(run(people.update, { id, customFields: { nope: 1 } } as never))).toBe('not_found');
  expect(await code(run(people.update, { id, bossId: id } as never))).toBe('not_found');
});

test('long values fit into the index, whatever they are written in', async () => {
  const text = Array.from({ length: 255 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');
  const longTextField = Array.from({ length: 3000 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
  ).join('');
  const { id } = await make({ customFields: { textField: text, longTextField } });
  expect((await run(people.list, { filter: { 'custom.textField': { eq: text } } })).data).toMatchObject([{ id }]);
});

test('a required field must be given, and is not emptied', async () => {
  await world.addField('must', 'text', { required: true });
  expect(await code(make())).toBe('validation_failed');
  const { id } = await make({ customFields: { must: 'x' } });
  expect(await code(run(people.update, { id, customFields: { must: null } } as never))).toBe('validation_failed');
  expect(await code(run(people.replace, { id, name: 'Bo' } as never))).toBe('validation_failed');
  expect(await run(people.update, { id, city: 'B' })).toMatchObject({ customFields: { must: 'x' } });
});
