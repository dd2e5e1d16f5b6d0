import { expect, test } from 'vitest';
import { madeTask, saysAll, taskOf } from './made-task.ts';

const at = new Date('2026-11-29T23:30:00Z');
const deal = { kind: 'deal', id: 'd', name: 'Big $& one', values: { contactId: 'c', accountId: null, ownerId: 'u' } };
const who = { assigneeId: 'u', zone: 'Europe/Berlin' };

test('a task is about its record and what that belongs to, by the calendar of whoever gets it', () => {
  expect(taskOf({ subject: 'Call about {name}', dueInDays: 2, assignTo: 'owner' }, deal, 'r', at, who)).toEqual({
    dealId: 'd',
    contactId: 'c',
    subject: 'Call about Big $& one',
    assigneeId: 'u',
    ruleId: 'r',
    dueOn: '2026-12-02',
  });
  expect(taskOf({ subject: 'x', dueInHours: 1.5 }, deal, 'r', at, who).dueAt).toBe('2026-11-30T01:00:00.000Z');
});

test.each([
  [null, true],
  [{ toStage: 'Proposal' }, true],
  [{ toStage: 'Won' }, false],
  [{ fields: 'amount' }, true],
  [{ fields: 'amount', toStage: 'Won' }, false],
  [{ constructor: 'x' }, false],
])('an event that %o: %s', (wanted, holds) => {
  expect(saysAll(wanted, { toStage: 'Proposal', fields: ['amount', 'stageId'] })).toBe(holds);
});

test.each([
  {},
  { subject: '' },
  { subject: 'x', dueInDays: 1, dueInHours: 1 },
  { subject: 'x', assignTo: 'owner', assigneeId: 'us_1' },
  { subject: 'x', repeat: 'daily' },
  { subject: 'x', dueInDays: -1 },
  { subject: 'x', colour: 'red' },
  { subject: '\u0000' },
])('%o makes no task', (task) => {
  expect(madeTask.safeParse(task).success).toBe(false);
});
