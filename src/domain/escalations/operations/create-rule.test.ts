import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { createRule } from './create-rule.ts';

const world = await escalationsWorld();
const { rule, refuses } = world;

test('a rule is made by any name of its event, and announced', async () => {
  const userId = await world.user();
  const tell = { owner: true, manager: true, userIds: [userId], roles: ['manager'] };
  const made = await rule({ when: 'event', event: 'lead.overdue', tell });
  expect(made).toMatchObject({
    event: 'crm.lead.overdue',
    enabled: true,
    tell,
  });
  expect(await world.eventTypes()).toContain('crm.escalation_rule.created');
});

test('a rule that could never be applied is refused with its mistake', async () => {
  const event = { when: 'event', event: 'deal.lost' };
  const wrong: [object, string][] = [
    [{ when: 'event' }, 'event'],
    [{ when: 'event', event: 'moon.full' }, 'event'],
    [{ ...event, days: 3 }, 'days'],
    [{ when: 'rotting', event: 'deal.lost' }, 'event'],
    [{ when: 'rotting', data: { a: 1 } }, 'data'],
    [{ ...event, tell: {} }, 'tell'],
    [{ ...event, tell: { owner: true, everybody: true } }, 'tell'],
    [{ ...event, tell: { roles: ['king'] } }, 'tell.roles'],
    [{ ...event, tell: { userIds: [`us_${'0'.repeat(32)}`] } }, 'tell.userIds'],
    [{ ...event, task: {} }, 'task.subject'],
    [{ ...event, task: { subject: 'x', assignTo: 'owner' } }, 'task'],
    [{ ...event, task: { subject: 'x', repeat: 'daily', dueInDays: 1 } }, 'task.repeat'],
  ];
  for (const [values, path] of wrong)
    await expect(rule(values), JSON.stringify(values)).rejects.toMatchObject({
      code: 'validation_failed',
      mistakes: [{ path }],
    });
  for (const values of [event, { when: 'rotting' }])
    await expect(rule({ ...values, filter: { colour: { eq: 'red' } } })).rejects.toMatchObject({
      code: 'unknown_field',
    });
});

test('it is refused without the permission, and with what it does not know', async () => {
  await refuses(createRule, { name: 'x', when: 'rotting', tell: { owner: true } }, 'strange');
});
