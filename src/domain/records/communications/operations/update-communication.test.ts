import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { updateCommunication } from './update-communication.ts';

const { run, mail, refuses, eventTypes } = await communicationsWorld();

test('a draft that is sent is told as sent, once', async () => {
  const { id } = await mail({ direction: 'outbound', sentAt: null });
  await run(updateCommunication, { id, sentAt: '2026-01-01T10:00:00Z' });
  await run(updateCommunication, { id, sentAt: '2026-01-02T10:00:00Z', subject: 'Again' });
  const told = (await eventTypes()).filter((type) => type === 'crm.email.sent');
  expect(told).toHaveLength(1);
  expect(await eventTypes()).toContain('crm.communication.updated');
});

test('it is refused without the permission, with wrong input and to another workspace', async () => {
  const { id } = await mail();
  await refuses(updateCommunication, { id, subject: 'x' });
  await expect(run(updateCommunication, { id, direction: 'up' })).rejects.toMatchObject({ code: 'validation_failed' });
});
