import { expect, test } from 'vitest';
import { asProblem, defineProblems, Problem } from './index.ts';

test('a problem answers with its code, its status and what to do', () => {
  const body = new Problem('not_found', { detail: 'There is no contact ct_1.' }).toJSON();
  expect(body).toMatchObject({ status: 404, code: 'not_found', detail: 'There is no contact ct_1.' });
});

test('an unexpected error tells nothing of the inside', () => {
  const problem = asProblem(new Error('password=hunter2'));
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toContain('hunter2');
});

test('a code cannot be declared twice with another meaning', () => {
  expect(() => defineProblems({ not_found: { status: 410, title: 'Gone' } })).toThrow(/declared twice/);
});
