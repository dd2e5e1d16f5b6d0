import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { addStep } from './add-step.ts';
import { getLog } from './get-log.ts';

const world = await communicationsWorld();
const { id } = await world.mail({ sentAt: '2026-01-01T10:00:00Z' });

test('the log tells what became of it in order, with ids of its own', async () => {
  await world.run(addStep, { id, step: 'replied', at: '2026-01-02T10:00:00Z' });
  const { data } = await world.run(getLog, { id });
  expect(data.map((one: { step: string }) => one.step)).toEqual(['received', 'replied', 'recorded']);
  expect(data[0].id).toMatch(/^cl_[0-9a-f]{32}$/);
});

test('it is refused without the permission, for nothing, and to another workspace', async () => {
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getLog, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  for (const [wrong, call] of [
    ['x', {}],
    [id, { actor: world.stranger }],
  ] as const)
    await expect(world.run(getLog, { id: wrong }, call)).rejects.toMatchObject({ code: 'not_found' });
});
