import '#domain/identity';
import { expect, test } from 'vitest';
import { activity } from '#domain/records/activities';
import { communication } from '#domain/records/communications';
import { deal } from '#domain/records/deals';
import { task } from '#domain/records/tasks';
import { createOperation, updateOperation } from '#platform/records';
import { refusalsIn, testWorld } from '#platform/testing';
import { timelineModule } from '../index.ts';
import { dealTimeline } from './deal-timeline.ts';

const world = await testWorld();
const { id } = await world.run(createOperation(deal), { name: 'Big one' });
const kinds = (page: { data: { kind: string }[] }) => page.data.map(({ kind }) => kind);

test('whatever is about a deal is on its timeline, and a call that was recorded is there once', async () => {
  expect(timelineModule.needs).toContain('tasks');
  const asked = { dealId: id, sentAt: '2020-01-01' };
  await world.run(createOperation(activity), { type: 'meeting', dealId: id, occurredAt: '2020-01-02' });
  await world.run(createOperation(communication), { type: 'email', direction: 'inbound', subject: 'Yes', ...asked });
  await world.run(createOperation(communication), { type: 'email', direction: 'outbound', ...asked, sentAt: null });
  const { id: activityId } = await world.run(createOperation(activity), {
    type: 'call',
    dealId: id,
    occurredAt: '2020-01-03',
  });
  await world.run(createOperation(communication), { type: 'call', direction: 'inbound', activityId, ...asked });
  await world.run(createOperation(task), { subject: 'Send the offer', dealId: id });
  await world.run(updateOperation(deal), { id, nextStep: 'Offer' });
  const page = await world.run(dealTimeline, { id });
  expect(kinds(page).sort()).toEqual(['activity', 'activity', 'change', 'communication', 'created', 'task']);
  expect(kinds(page).slice(-3)).toEqual(['activity', 'activity', 'communication']);
  expect(page.data.at(-1)).toMatchObject({
    subject: 'Yes',
    dealId: id,
    at: '2020-01-01T00:00:00.000Z',
    actor: { type: 'user' },
  });
});

test('its pages follow one another through all kinds of entries', async () => {
  const whole = await world.run(dealTimeline, { id });
  const pieces: object[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page: { data: object[]; page: { next?: string } } = await world.run(dealTimeline, {
      id,
      limit: 1,
      ...(cursor ? { cursor } : {}),
    });
    pieces.push(...page.data);
    cursor = page.page.next;
    more = cursor !== undefined;
  }
  expect(pieces).toEqual(whole.data);
});

test('it is refused without the permission, with wrong input and to another workspace', async () => {
  await refusalsIn(world)(dealTimeline, { id });
});
