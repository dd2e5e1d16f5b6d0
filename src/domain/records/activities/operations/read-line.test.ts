import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { listActivities } from './list-activities.ts';
import { readLine } from './read-line.ts';

const world = await activitiesWorld();

test('a line is read as the activity that it tells of, and nothing is stored', async () => {
  const read = await world.run(readLine, { text: 'called Ana 10m yesterday, wants pricing' });
  expect(read).toMatchObject({ type: 'call', who: 'Ana', durationMinutes: 10, subject: 'Wants pricing' });
  expect(Date.now() - Date.parse(read.occurredAt)).toBeGreaterThan(86_000_000);
  expect((await world.run(listActivities, {})).data).toEqual([]);
});

test('a line that says none of it is a note', async () => {
  expect(await world.run(readLine, { text: 'prefers mornings' })).toMatchObject({
    type: 'note',
    who: null,
    durationMinutes: null,
    subject: 'Prefers mornings',
  });
});

test('mistakes and missing permissions are refused', async () => {
  for (const text of ['', 'x'.repeat(1001), 'a\u0000b'])
    await expect(world.run(readLine, { text })).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(readLine, { text: 'called Ana' }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
