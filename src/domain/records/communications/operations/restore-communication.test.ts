import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { deleteCommunication } from './delete-communication.ts';
import { restoreCommunication } from './restore-communication.ts';

const { run, mail, refuses, eventTypes } = await communicationsWorld();

test('a deleted communication comes back', async () => {
  const { id } = await mail({ subject: 'Back' });
  await run(deleteCommunication, { id });
  await refuses(restoreCommunication, { id });
  expect(await run(restoreCommunication, { id })).toMatchObject({ subject: 'Back', deletedAt: null });
  expect(await eventTypes()).toContain('crm.communication.restored');
});
