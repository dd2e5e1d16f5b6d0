import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { deleteCommunication } from './delete-communication.ts';
import { getCommunication } from './get-communication.ts';

const { run, mail, refuses, eventTypes } = await communicationsWorld();

test('a deleted communication is gone, and that is told', async () => {
  const { id } = await mail();
  await refuses(deleteCommunication, { id });
  await run(deleteCommunication, { id });
  await expect(run(getCommunication, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await eventTypes()).toContain('crm.communication.deleted');
});
