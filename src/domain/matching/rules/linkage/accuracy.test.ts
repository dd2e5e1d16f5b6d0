import { expect, test } from 'vitest';
import { accuracyOf } from './accuracy.ts';

test('precision and recall count pairs, B-cubed counts records', () => {
  const found = accuracyOf([[0, 1, 2]], ['a', 'a', 'b', 'b', '']);
  expect(found).toMatchObject({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 });
  // Of each record: its share in its group, and of its group in the truth.
  const [precision, recall] = [(2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, (1 + 1 + 1 / 2 + 1 / 2 + 1) / 5];
  expect(found.bCubed).toBeCloseTo((2 * precision * recall) / (precision + recall), 10);
});

test('between two files only pairs across count', () => {
  expect(accuracyOf([[0, 1, 2]], ['a', 'a', 'a', 'b'], 2)).toMatchObject({ precision: 1, recall: 1 });
  expect(accuracyOf([[0, 2, 3]], ['a', 'a', 'a', 'b'], 2)).toMatchObject({ precision: 1 / 2, recall: 1 / 2 });
});

test('where nothing was found and nothing is to be found, all is right', () => {
  expect(accuracyOf([], ['a', 'b'])).toEqual({ precision: 1, recall: 1, f1: 1, bCubed: 1 });
});
