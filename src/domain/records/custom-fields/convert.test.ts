import { expect, test } from 'vitest';
import { completeField, type Field, type FieldType } from '#platform/fields';
import { convertValue, previewConversion } from './convert.ts';

const to = (type: FieldType, more: Partial<Field> = {}): Field => ({
  ...completeField('custom.x', { type, label: 'X', description: '' }),
  custom: true,
  ...more,
});

test.each<[FieldType, Field, unknown, unknown]>([
  ['text', to('number'), '1,234.5', 1234.5],
  ['text', to('number'), '12,5', 12.5],
  ['text', to('integer'), '7', 7],
  ['text', to('money', { currency: 'EUR' }), '12.5 EUR', '12.50'],
  ['number', to('money', { currency: 'JPY' }), 12, '12'],
  ['number', to('text'), 7, '7'],
  ['text', to('boolean'), 'Yes', true],
  ['boolean', to('number'), true, 1],
  ['text', to('date'), '2026-05-01T10:00:00Z', '2026-05-01'],
  ['date', to('dateTime'), '2026-05-01', '2026-05-01T00:00:00.000Z'],
  ['text', to('choice', { choices: ['Red'] }), 'red', 'Red'],
  ['text', to('multiChoice', { choices: ['a', 'b'] }), 'A; b', ['a', 'b']],
  ['tags', to('text'), ['a', 'b'], 'a; b'],
  ['text', to('address'), 'Main St 1', { street: 'Main St 1' }],
  ['reference', to('references', { to: 'contact', prefix: 'ct' }), `ct_${'0'.repeat(32)}`, [`ct_${'0'.repeat(32)}`]],
])('a %s becomes what is meant', (from, field, value, expected) => {
  const converted = convertValue(from, field, value);
  expect(converted).toEqual({ value: expected });
  expect(convertValue(from, field, expected)).toEqual({ value: expected });
});

test.each<[FieldType, Field, unknown]>([
  ['text', to('number'), 'many'],
  ['text', to('integer'), '7.5'],
  ['text', to('date'), 'soon'],
  ['text', to('boolean'), 'maybe'],
  ['text', to('choice', { choices: ['Red'] }), 'blue'],
  ['text', to('email'), 'nobody'],
  ['text', to('reference', { to: 'contact', prefix: 'ct' }), `ct_${'0'.repeat(32)}`],
])('a %s that cannot be converted is lost, with the reason', (from, field, value) => {
  expect(convertValue(from, field, value)).toMatchObject({ lost: expect.any(String) });
});

test('a preview counts what converts and what would be lost, with examples', () => {
  const values = [
    { value: '1', count: 3 },
    { value: 'x', count: 2 },
  ];
  expect(previewConversion('text', to('number'), values)).toEqual({
    values: 5,
    convertible: 3,
    lost: 2,
    examples: [
      { value: 'x', count: 2, becomes: null, lost: 'is not a number' },
      { value: '1', count: 3, becomes: 1 },
    ],
  });
});
