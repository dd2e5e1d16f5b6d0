import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { editModel } from './edit-model.ts';
import { getAnyModel } from './get-any-model.ts';

const world = await scoringWorld();

test('a draft is changed by whoever has seen its latest version, and that can be taken back', async () => {
  const { id } = await world.draft();
  const config = { activityWindowDays: 100 };
  const changed = await world.run(editModel, { id, config }, { expectedVersion: 1 });
  expect(changed).toMatchObject({ version: 2, config: { activityWindowDays: 100, grades: { A: 90 } } });
  await expect(world.run(editModel, { id, config: {} }, { expectedVersion: 1 })).rejects.toMatchObject({
    code: 'version_changed',
  });
  await world.undoLast();
  expect(await world.run(getAnyModel, { id })).toMatchObject({ version: 3, config: { activityWindowDays: 90 } });
  expect(await world.eventTypes()).toContain('scoring.model.updated');
});

test('of the model in use only the name is changed here', async () => {
  const { id } = await world.draft();
  await world.use(id);
  expect(await world.run(editModel, { id, name: 'Ours' })).toMatchObject({ name: 'Ours', active: true });
  await expect(world.run(editModel, { id, config: {} })).rejects.toMatchObject({ code: 'conflict' });
});

test('it is refused without the permission, with what it does not know, and to another workspace', async () => {
  const { id } = await world.draft();
  await refusalsIn(world)(editModel, { id, name: 'X' });
});
