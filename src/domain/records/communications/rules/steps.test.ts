import { expect, test } from 'vitest';
import { stepsTaken } from './steps.ts';

const at = '2026-11-29T10:00:00.000Z';
const mail = { type: 'email', direction: 'outbound' };

test('a moment that is filled is a step, and one that was there already is none', () => {
  expect(stepsTaken(undefined, { ...mail, sentAt: at })).toEqual([{ step: 'sent', at }]);
  expect(stepsTaken({ ...mail, sentAt: at }, { ...mail, sentAt: at, openedAt: at })).toEqual([{ step: 'opened', at }]);
  expect(stepsTaken({ ...mail, openedAt: at }, { ...mail, openedAt: at })).toEqual([]);
  expect(stepsTaken(undefined, { ...mail, sentAt: null })).toEqual([]);
});

test('what came in was received, and a call was completed', () => {
  expect(stepsTaken(undefined, { ...mail, direction: 'inbound', sentAt: at })).toEqual([{ step: 'received', at }]);
  expect(stepsTaken(undefined, { type: 'call', direction: 'inbound', sentAt: at })).toEqual([
    { step: 'completed', at },
  ]);
});
