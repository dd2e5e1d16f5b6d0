import { expect, test } from 'vitest';
import { z } from 'zod';
import { activity } from '#domain/records/activities';
import { defineOperation } from '#platform/operations';
import { listOperation, undoChangeSet } from '#platform/records';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { addStep } from './add-step.ts';
import { getCommunication } from './get-communication.ts';
import { getLog } from './get-log.ts';

const world = await communicationsWorld();
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});
const out = () => world.mail({ direction: 'outbound', fromAddress: null, toAddresses: ['ana@example.com'] });
const opened = async () => (await world.eventTypes()).filter((type) => type === 'crm.email.opened').length;

test('opened twice is two steps, one moment and one event', async () => {
  const { id } = await out();
  await world.run(addStep, { id, step: 'delivered', data: { answer: '250 ok' } });
  await world.run(addStep, { id, step: 'opened', at: '2026-01-02T10:00:00Z', data: { client: 'Mail' } });
  await world.run(addStep, { id, step: 'opened', at: '2026-01-03T10:00:00Z' });
  expect(await world.run(getCommunication, { id })).toMatchObject({ openedAt: '2026-01-02T10:00:00+00:00' });
  const log = (await world.run(getLog, { id })).data as { step: string; data: object }[];
  expect(log.filter(({ step }) => step === 'opened')).toHaveLength(2);
  expect(log.map(({ data }) => data)).toEqual(expect.arrayContaining([{ answer: '250 ok' }, { client: 'Mail' }]));
  expect(await opened()).toBe(1);
});

test('two that come at once leave one moment and one event', async () => {
  const { id } = await out();
  const before = await opened();
  await Promise.all(Array.from({ length: 5 }, () => world.run(addStep, { id, step: 'opened' })));
  expect(await opened()).toBe(before + 1);
  expect((await world.run(getLog, { id })).data.filter((one: { step: string }) => one.step === 'opened')).toHaveLength(
    5,
  );
});

test('the first opening and the first click of an e-mail that went out happened with its contact, and are taken back with it', async () => {
  const { id } = await out();
  const happened = async () =>
    (await world.run(listOperation(activity), { filter: { contactId: { eq: world.person.id } }, limit: 200 })).data
      .filter((one: { type: string }) => one.type.startsWith('email_'))
      .map((one: { type: string; occurredAt: string }) => [one.type, one.occurredAt.slice(0, 10)]);
  const before = await happened();
  const changeSetId = world.ports.ids.next();
  await world.run(addStep, { id, step: 'opened', at: '2020-01-02T10:00:00Z' });
  await world.run(addStep, { id, step: 'opened', at: '2020-01-03T10:00:00Z' });
  await world.run(addStep, { id, step: 'clicked', at: '2020-01-04T10:00:00Z' }, { changeSetId });
  const both = [
    ['email_click', '2020-01-04'],
    ['email_open', '2020-01-02'],
  ];
  expect(await happened()).toEqual(expect.arrayContaining(both));
  expect(await happened()).toHaveLength(before.length + 2);
  await world.run(undo, { id: changeSetId });
  expect(await happened()).toHaveLength(before.length + 1);
  const inbound = await world.mail();
  await world.run(addStep, { id: inbound.id, step: 'opened' });
  expect(await happened()).toHaveLength(before.length + 1);
});

test('mistakes, missing permissions and other workspaces are refused', async () => {
  const { id } = await out();
  for (const wrong of [{ step: 'eaten' }, { at: 'now' }, { data: { a: '\u0000' } }, { data: { a: { b: 1 } } }])
    await expect(world.run(addStep, { id, step: 'opened', ...wrong } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  const actor = world.actorWith('communications:read');
  await expect(world.run(addStep, { id, step: 'opened' }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(addStep, { id, step: 'opened' }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
