import { expect, test } from 'vitest';
import { card, table } from './table.ts';

const rows = [
  {
    id: 'ct_1',
    name: 'Ana Silva',
    accountId: 'ac_1',
    account: { id: 'ac_1', name: 'Acme' },
    tags: ['a', 'b'],
    version: 1,
  },
  { id: 'ct_2', name: '王小明', accountId: null, account: null, tags: [], version: 1 },
];

test('a table shows what people look for, related records by their names, and no empty column', () => {
  const [head, first] = table(rows, 200).split('\n');
  expect(head).toBe('id    name       account');
  expect(first).toBe('ct_1  Ana Silva  Acme');
});

test('a table fits the terminal, and ids stay whole', () => {
  const long = [{ id: 'ct_0123456789', name: 'x'.repeat(80), email: `${'y'.repeat(80)}@example.com` }];
  const lines = table(long, 60).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(lines[1]).toContain('ct_0123456789');
  expect(lines[1]).toContain('…');
});

test('the fields that were asked for are the columns', () => {
  expect(table(rows, 200, ['name', 'tags']).split('\n')[0]).toBe('id    name       tags');
});

test('what stands in a value cannot move the cursor', () => {
  const text = table([{ id: 'ct_1', name: 'a\u001b[2Jb\rc' }], 80);
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('\r');
});

test('a card leaves out what is empty', () => {
  expect(card(rows[0] ?? {})).toBe('id       ct_1\nname     Ana Silva\naccount  Acme\ntags     a, b\nversion  1');
});
