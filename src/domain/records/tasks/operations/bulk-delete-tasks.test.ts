import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { bulkDeleteTasks } from './bulk-delete-tasks.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('many tasks are deleted at once, and that is told', async () => {
  const ids = [(await task()).id, (await task()).id];
  await refuses(bulkDeleteTasks, { ids });
  expect(await run(bulkDeleteTasks, { ids })).toMatchObject({ selected: 2, deleted: 2 });
  expect(await world.eventTypes()).toContain('crm.task.deleted');
});
