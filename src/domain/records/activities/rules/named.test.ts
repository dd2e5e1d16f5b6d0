import { expect, test } from 'vitest';
import { bestNamed } from './named.ts';

const people = ['Ana', 'Ana López', 'Anabel Ruiz', 'Bo Ana Li'].map((name) => ({ name }));

test.each([
  ['ana', ['Ana']],
  ['ANA LOPEZ', ['Ana López']],
  ['lopez', ['Ana López']],
  ['bo', ['Bo Ana Li']],
  ['an', ['Ana', 'Ana López', 'Anabel Ruiz', 'Bo Ana Li']],
  ['li ana', ['Bo Ana Li']],
  ['zoe', []],
  [' - ', []],
])('%s', (who, names) => {
  expect(bestNamed(people, who).map(({ name }) => name)).toEqual(names);
});
