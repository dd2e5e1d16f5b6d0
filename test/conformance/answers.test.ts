import { expect, test } from 'vitest';
import { answerOf } from '#surfaces/openapi';
import { operations } from '../../src/modules.ts';

const routed = [...operations.values()].filter((operation) => operation.route);

test('every route says what it answers: a record, a page of records, or a schema of its own', () => {
  expect(routed.length).toBeGreaterThan(300);
  const silent = routed.filter((operation) => answerOf(operation).kind === 'unknown');
  expect(silent.map(({ name }) => name)).toEqual([]);
});
