import { expect, test } from 'vitest';
import { eventsWorld } from '../events-world.fixture.ts';
import { getFailedEvent } from './get-failed-event.ts';
import { listFailedEvents } from './list-failed-events.ts';

const world = await eventsWorld();

test('a failed event is shown with what it said and why it failed', async () => {
  const id = await world.happen(true);
  await world.settle();
  const [failed] = (await world.run(listFailedEvents, {})).data;
  const whole = await world.run(getFailedEvent, { id: failed.id });
  expect(whole).toMatchObject({
    error: 'cannot digest this',
    event: { type: 'crm.contact.created', object: 'contact' },
  });
  expect(whole.event.recordIds).toEqual([`ct_${id.replaceAll('-', '')}`]);
  const actor = world.actorWith('events:read');
  await expect(world.run(getFailedEvent, { id: failed.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getFailedEvent, { id: failed.id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(getFailedEvent, { id: 'fe_1' })).rejects.toMatchObject({ code: 'not_found' });
});
