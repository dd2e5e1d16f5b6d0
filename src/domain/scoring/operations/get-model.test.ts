import { expect, test } from 'vitest';
import { execute } from '#platform/operations';
import type { RecordAnswer } from '#platform/records';
import { defaultScoringModel } from '../rules/default-model.ts';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { getModel } from './get-model.ts';
import { updateModel } from './update-model.ts';

const world = await scoringWorld();

test('the shipped model stands until there is another, and the version tells which', async () => {
  expect(await world.run(getModel, {})).toEqual(JSON.parse(JSON.stringify(defaultScoringModel)));
  const call = { actor: world.admin, surface: 'test', requestId: 'r' };
  const version = async () => ((await execute(world.ports, getModel, {}, call)).output as RecordAnswer).version;
  expect(await version()).toBe(0);
  await world.run(updateModel, { activityWindowDays: 120 });
  expect(await version()).toBe(1);
  expect(await world.run(getModel, {})).toMatchObject({ activityWindowDays: 120 });
});

test('it is refused without the permission, and takes no input', async () => {
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getModel, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getModel, { id: 1 } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
