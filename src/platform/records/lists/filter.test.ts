import { expect, test } from 'vitest';
import { build } from '#platform/database';
import { defineObject, field } from '#platform/fields';
import { listInput } from '../inputs.ts';
import { kindOf } from '../kind.ts';
import { conditionOf } from './filter.ts';

const text = (label: string) => field.text({ label, description: `${label}.` });
const person = defineObject({
  name: 'person',
  plural: 'people',
  label: 'Person',
  pluralLabel: 'People',
  description: 'Somebody in this test.',
  prefix: 'pe',
  table: 'people',
  fields: {
    firstName: text('First name'),
    city: text('City'),
    leadScore: field.integer({ label: 'Score', description: 'A number.' }),
    friendId: field.reference({ label: 'Friend', description: 'Another.', to: 'person' }),
  },
});
const target = () => ({ kind: kindOf(person), object: person, custom: new Map() });
const compiled = (filter: unknown) => conditionOf(target(), filter).compile(build);

test('values are parameters, never text', () => {
  const { sql, parameters } = compiled({ city: { eq: "'; drop table contacts; --" } });
  expect(sql).not.toContain('drop');
  expect(parameters).toContain("'; drop table contacts; --");
});

test('an unknown field is refused with the nearest name', () => {
  expect(() => compiled({ frstName: { eq: 'x' } })).toThrow(/firstName/);
});

test.each([
  [{ city: 'Berlin' }, /operator/],
  [{ city: { like: 'x' } }, /not an operator/],
  [{ city: { eq: 5 } }, /text/],
  [{ leadScore: { gt: '9' } }, /number/],
  [{ and: {} }, /list/],
  ['city', /object/],
  [{ friendId: { eq: 'ct_1' } }, /pe_/],
])('%j is refused', (filter, words) => {
  expect(() => compiled(filter)).toThrow(words);
});

test('a filter cannot be nested or grow without end', () => {
  const deep = Array.from({ length: 9 }).reduce<object>((inner) => ({ and: [inner] }), { city: { eq: 'x' } });
  expect(() => compiled(deep)).toThrow(/nested/);
  const wide = { or: Array.from({ length: 60 }, () => ({ city: { eq: 'x' } })) };
  expect(() => compiled(wide)).toThrow(/conditions/);
});

test('a key such as __proto__ is a field that is not there, and no empty filter', () => {
  const filter = listInput.parse({ filter: '{"__proto__":{"eq":"x"}}' }).filter;
  expect(() => compiled(filter)).toThrow(/no field/);
  const given = listInput.parse({ filter: JSON.parse('{"__proto__":{"eq":"x"}}') }).filter;
  expect(() => compiled(given)).toThrow(/no field/);
});
