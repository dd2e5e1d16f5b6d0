import { expect, test } from 'vitest';
import { statusOf } from './status.ts';

const now = new Date('2026-11-29T12:00:00Z');

test.each([
  [{ type: 'call', occurredAt: '2026-11-29T12:00:00Z' }, 'done'],
  [{ type: 'call', occurredAt: '2026-11-29T12:00:01Z' }, 'open'],
  [{ type: 'meeting', occurredAt: '2026-11-01T12:00:00Z', dueAt: '2026-12-01T09:00:00Z' }, 'open'],
  [{ type: 'meeting', dueAt: null }, 'done'],
  [{ type: 'task', occurredAt: '2020-01-01T00:00:00Z' }, 'open'],
])('%o is %s', (values, status) => {
  expect(statusOf(values, now)).toBe(status);
});
