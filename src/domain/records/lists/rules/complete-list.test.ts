import { expect, test } from 'vitest';
import { completeList } from './complete-list.ts';

const kinds = ['contact', 'account'];
const dynamic = { name: 'L', object: 'contact', kind: 'dynamic', filter: { city: { eq: 'x' } } };

test('a list is static unless told, and its name is trimmed', () => {
  const set: Record<string, unknown> = { name: ' Berlin ', object: 'account' };
  completeList(set, undefined, kinds);
  expect(set).toMatchObject({ name: 'Berlin', kind: 'static' });
});

test.each([
  [{ ...dynamic, name: ' ' }, undefined, 'name'],
  [{ ...dynamic, object: 'planet' }, undefined, 'object'],
  [{ ...dynamic, filter: null }, undefined, 'filter'],
  [{ ...dynamic, kind: 'static' }, undefined, 'filter'],
  [{ kind: 'static' }, dynamic, 'kind'],
  [{ object: 'account' }, dynamic, 'object'],
  [{ filter: null }, dynamic, 'filter'],
])('%o is refused', (set, before, path) => {
  expect(() => completeList({ ...set }, before, kinds)).toThrow(
    expect.objectContaining({ mistakes: [expect.objectContaining({ path })] }),
  );
});
