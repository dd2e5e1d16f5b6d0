import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { listCommunications } from './list-communications.ts';

const world = await communicationsWorld();
const { run, mail, refuses } = world;
await mail({ subject: 'Old news', sentAt: '2026-01-01T10:00:00Z' });
await mail({ subject: 'Answer', direction: 'outbound', sentAt: '2026-01-02T10:00:00Z', contactId: world.person.id });
const subjects = async (input: object) =>
  (await run(listCommunications, input as never)).data.map((one: { subject: string }) => one.subject);

test('communications are found by contact, type and direction, and sorted by when they were sent', async () => {
  const filter = { contactId: { eq: world.person.id }, type: { eq: 'email' } };
  expect(await subjects({ filter, sort: '-sentAt' })).toEqual(['Answer', 'Old news']);
  expect(await subjects({ filter: { direction: { eq: 'inbound' } } })).toEqual(['Old news']);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(listCommunications, {}, 'strange');
  expect((await run(listCommunications, {}, { actor: world.stranger })).data).toEqual([]);
  await expect(run(listCommunications, { filter: { toAddresses: { contains: 'x' } } })).rejects.toMatchObject({
    code: 'unknown_field',
  });
});
