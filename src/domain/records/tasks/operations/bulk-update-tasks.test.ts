import { expect, test } from 'vitest';
import { tasksWorld } from '../tasks-world.fixture.ts';
import { bulkUpdateTasks } from './bulk-update-tasks.ts';
import { listTasks } from './list-tasks.ts';

const world = await tasksWorld();
const { run, task, refuses } = world;

test('many tasks are done at once, and each that repeats is followed', async () => {
  const made = [await task({ subject: 'One', repeat: 'daily', dueOn: '2030-03-04' }), await task({ subject: 'Two' })];
  const ids = made.map((one) => one.id);
  await refuses(bulkUpdateTasks, { ids, set: { status: 'done' } });
  expect(await run(bulkUpdateTasks, { ids, set: { status: 'done' } })).toMatchObject({ selected: 2, updated: 2 });
  const { data } = await run(listTasks, { filter: { status: { eq: 'open' } } });
  expect(data).toMatchObject([{ subject: 'One', previousId: ids[0], dueOn: '2030-03-05' }]);
  expect(await world.eventTypes()).toContain('crm.task.completed');
});
