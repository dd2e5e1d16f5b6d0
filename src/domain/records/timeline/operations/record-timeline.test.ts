import '#domain/identity';
import { expect, test } from 'vitest';
import { customObjectsModule } from '#domain/records/custom-objects';
import { refusalsIn, testWorld } from '#platform/testing';
import { timelineModule } from '../index.ts';
import { recordTimeline } from './record-timeline.ts';

const world = await testWorld();
const run = (name: string, input: object) =>
  world.run(customObjectsModule.operations?.find((one) => one.name === name) as never, input as never);
await run('objects.create', { name: 'project', label: 'Project' });
const { id } = await run('records.create', { object: 'project', name: 'Apollo', source: 'a fair' });

test('the timeline of a record of a kind of the workspace tells of its changes and of its beginning', async () => {
  expect(timelineModule.operations).toContain(recordTimeline);
  await run('records.update', { object: 'project', id, name: 'Gemini' });
  const { data } = await world.run(recordTimeline, { object: 'project', id } as never);
  expect(data).toMatchObject([
    { kind: 'change', changes: [{ field: 'name', before: 'Apollo', after: 'Gemini' }] },
    { kind: 'created', id, source: 'a fair' },
  ]);
});

test('it is refused without the permission, with wrong input and to another workspace', async () => {
  await refusalsIn(world)(recordTimeline, { object: 'project', id });
});
