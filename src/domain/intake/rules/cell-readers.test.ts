import { expect, test } from 'vitest';
import { cellReader, remembered } from './cell-readers.ts';
import { peopleFields } from './fields-fixture.ts';

const format = { date: { order: 'dmy', guessed: false }, decimalMark: '.' } as const;

function read(name: string, cell: string) {
  const field = peopleFields.find((one) => one.name === name);
  if (!field) throw new Error(`no field ${name}`);
  return cellReader(field, format)(cell);
}

test('text is brought in order and never longer than its field', () => {
  expect(read('title', '  Head \t of  Sales ').value).toBe('Head of Sales');
  expect(read('title', 'x'.repeat(21)).problem).toContain('longer than 20 characters');
});

test('long text keeps its lines', () => {
  expect(read('custom.notes', ' a\r\nb\rc ').value).toBe('a\nb\nc');
});

test('amounts with a currency go into number fields', () => {
  expect(read('custom.seats', '$1,200').value).toBe(1200);
  expect(read('custom.spend', 'USD 1.5k').value).toBe(1500);
  expect(read('custom.spend', '9e40').problem).toContain('more than');
});

test('choices are known whatever their case and spaces; others name the nearest', () => {
  expect(read('lifecycleStage', ' LEAD ').value).toBe('lead');
  expect(read('lifecycleStage', 'custommer').problem).toContain("Did you mean 'customer'?");
  expect(read('lifecycleStage', 'zzz').problem).toContain('It can be subscriber, lead, customer.');
});

test('only JSON objects are JSON', () => {
  expect(read('socialLinks', '{"x":"y"}').value).toEqual({ x: 'y' });
  for (const cell of ['[1]', '1', 'null', '{', '{"a":']) expect(read('socialLinks', cell).problem).toContain('JSON');
});

test('too many or too long tags are refused', () => {
  expect(read('tags', ' a ,, b ').value).toEqual(['a', 'b']);
  expect(read('tags', Array.from({ length: 101 }, (_, index) => `t${index}`).join(',')).problem).toContain(
    'more than 100 tags',
  );
  expect(read('tags', 'x'.repeat(101)).problem).toContain('longer than 100');
});

test('equal cells are read once, and forgotten in time', () => {
  let reads = 0;
  const reader = remembered((cell: string) => {
    reads++;
    return { value: cell, problem: undefined };
  });
  for (let round = 0; round < 3; round++) expect(reader('a').value).toBe('a');
  expect(reads).toBe(1);
  for (let index = 0; index < 20_000; index++) reader(`b${index}`);
  reader('a');
  expect(reads).toBe(20_002);
});
