import { expect, test } from 'vitest';
import { completeRelationship } from './complete-relationship.ts';

const plain = { fromId: 'ct_1', toId: 'ct_2', type: 'works_with' };

test('only a custom relationship keeps a label', () => {
  const known = { ...plain, label: 'mentor' };
  completeRelationship(known, undefined);
  expect(known.label).toBe('');
  const custom = { ...plain, type: 'custom', label: ' mentor ' };
  completeRelationship(custom, undefined);
  expect(custom.label).toBe('mentor');
});

test('an emptied strength stays what it was', () => {
  const set: Record<string, unknown> = { strength: null };
  completeRelationship(set, { ...plain, strength: 70 });
  expect(set.strength).toBe(70);
});

test.each([
  [{ ...plain, toId: 'ct_1' }, 'toId'],
  [{ ...plain, type: 'custom' }, 'label'],
  [{ ...plain, type: 'custom', label: '  ' }, 'label'],
  [{ ...plain, since: '2026-02-01', until: '2026-01-31' }, 'until'],
])('%o is refused', (set, path) => {
  expect(() => completeRelationship(set, undefined)).toThrow(
    expect.objectContaining({ code: 'validation_failed', mistakes: [expect.objectContaining({ path })] }),
  );
});

test('a day that is both the first and the last is a day', () => {
  expect(() => completeRelationship({ ...plain, since: '2026-02-01', until: '2026-02-01' }, undefined)).not.toThrow();
});
