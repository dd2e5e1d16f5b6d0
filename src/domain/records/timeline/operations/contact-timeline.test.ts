import { expect, test } from 'vitest';
import '#domain/identity';
import { z } from 'zod';
import { accountsModule } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { createOperation, deleteOperation, undoChangeSet, updateOperation } from '#platform/records';
import { type Answer, testWorld } from '#platform/testing';
import { timelineModule } from '../index.ts';
import { contactTimeline } from './contact-timeline.ts';

const world = await testWorld();
const [create, update, remove] = [createOperation(contact), updateOperation(contact), deleteOperation(contact)];
const log = createOperation(activity);
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'test:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, parseId('cs', id)),
});
const pause = () => new Promise((resolve) => setTimeout(resolve, 3));
const kinds = (page: Answer) => page.data.map((one: Answer) => (one.kind === 'activity' ? one.type : one.kind));

async function somebody(): Promise<string> {
  const { id } = await world.run(create, { firstName: 'Ana', source: 'web form' });
  await pause();
  return id;
}

test('the timeline is one line of activities and changes, newest first, down to the creation', async () => {
  expect([timelineModule.name, accountsModule.name]).toEqual(['timeline', 'accounts']);
  const id = await somebody();
  await world.run(update, { id, title: 'CEO', city: 'Berlin' });
  await pause();
  await world.run(log, { type: 'call', subject: 'Hello', contactId: id });
  await world.run(log, { type: 'note', contactId: id, occurredAt: '2020-01-01' });
  const page = await world.run(contactTimeline, { id });
  expect(kinds(page)).toEqual(['call', 'change', 'created', 'note']);
  expect(page.page).toEqual({});
  const [call, change, created] = page.data;
  expect(call).toMatchObject({
    subject: 'Hello',
    contactId: id,
    actor: { type: 'user' },
    at: expect.stringMatching(/Z$/),
  });
  expect(change).toMatchObject({
    actor: { name: 'Ada Admin', type: 'user' },
    changes: [
      { field: 'title', label: 'Job title', before: null, after: 'CEO' },
      { field: 'city', label: 'City', before: null, after: 'Berlin' },
    ],
    undoneBy: null,
  });
  expect(created).toMatchObject({ id, source: 'web form', actor: { type: 'user' } });
});

test('pages follow one another without a gap or a double, through entries of one moment', async () => {
  const id = await somebody();
  for (let i = 0; i < 7; i++)
    await world.run(log, { type: `t${i}`, contactId: id, occurredAt: i < 4 ? '2026-01-01' : '2026-01-02' });
  for (let i = 0; i < 3; i++) await world.run(update, { id, city: `C${i}` });
  const whole = await world.run(contactTimeline, { id, limit: 200 });
  const pieces: Answer[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 20; pages++) {
    const page = await world.run(contactTimeline, { id, limit: 2, ...(cursor ? { cursor } : {}) });
    pieces.push(...page.data);
    cursor = page.page.next;
    if (!cursor) break;
  }
  expect(pieces).toEqual(whole.data);
  expect(pieces).toHaveLength(11);
});

test('as of a moment it holds what was known then', async () => {
  const id = await somebody();
  await world.run(update, { id, city: 'Berlin' });
  await pause();
  const asOf = new Date().toISOString();
  await pause();
  await world.run(log, { type: 'note', contactId: id, occurredAt: '2020-01-01' });
  await world.run(remove, { id });
  expect(kinds(await world.run(contactTimeline, { id, asOf }))).toEqual(['change', 'created']);
  await expect(world.run(contactTimeline, { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(contactTimeline, { id, asOf: '2020-01-01' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a change that was taken back says so', async () => {
  const id = await somebody();
  await world.run(update, { id, city: 'Berlin' });
  const [change] = (await world.run(contactTimeline, { id })).data;
  await world.run(undo, { id: change.changeSetId });
  const [taken, first] = (await world.run(contactTimeline, { id })).data;
  expect(first.undoneBy).toBe(taken.changeSetId);
});

test('mistakes, missing permissions and other workspaces are refused', async () => {
  const id = await somebody();
  for (const wrong of [{ limit: 0 }, { limit: 201 }, { asOf: 'yesterday' }, { colour: 'red' }])
    await expect(world.run(contactTimeline, { id, ...wrong } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  await expect(world.run(contactTimeline, { id, cursor: 'x' })).rejects.toMatchObject({ code: 'bad_request' });
  const actor = world.actorWith('accounts:read');
  await expect(world.run(contactTimeline, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(contactTimeline, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
