import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { deleteCommunication } from './delete-communication.ts';
import { getThread } from './get-thread.ts';

const world = await communicationsWorld();
const { mail } = world;
const at = (day: number) => ({ subject: `Day ${day}`, sentAt: `2026-01-0${day}T10:00:00Z`, externalThreadId: 't1' });
const third = await mail(at(3));
const first = await mail(at(1));
const second = await mail({ ...at(2), direction: 'outbound', toAddresses: ['ana@example.com'] });
const alone = await mail({ subject: 'Alone' });

test('a conversation is told from its beginning, whichever of its parts is asked for', async () => {
  for (const { id } of [first, second, third]) {
    const { data } = await world.run(getThread, { id });
    expect(data.map((one: { subject: string }) => one.subject)).toEqual(['Day 1', 'Day 2', 'Day 3']);
  }
  expect((await world.run(getThread, { id: alone.id })).data).toMatchObject([{ id: alone.id }]);
});

test('its pages follow one another', async () => {
  const page = await world.run(getThread, { id: first.id, limit: 2 });
  const rest = await world.run(getThread, { id: first.id, limit: 2, cursor: page.page.next });
  expect(rest.data).toMatchObject([{ id: third.id }]);
});

test('what is deleted is not in it, and its own thread is not found', async () => {
  await world.run(deleteCommunication, { id: second.id });
  expect((await world.run(getThread, { id: first.id })).data).toHaveLength(2);
  await expect(world.run(getThread, { id: second.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('it is refused without the permission, with mistakes, and to another workspace', async () => {
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getThread, { id: first.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getThread, { id: first.id, limit: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(world.run(getThread, { id: first.id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
