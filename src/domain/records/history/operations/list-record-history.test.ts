import { expect, test } from 'vitest';
import { customObjectsModule } from '#domain/records/custom-objects';
import { historyWorld } from '../history-world.fixture.ts';
import { listRecordHistory } from './list-record-history.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;
const operation = (name: string) => customObjectsModule.operations?.find((one) => one.name === name) as never;
await run(operation('objects.create'), { name: 'project', label: 'Project' } as never);
const { id } = await run(operation('records.create'), { object: 'project', name: 'Apollo' } as never);

test('the changes of a record of a kind of the workspace come newest first, and can be taken back', async () => {
  await run(operation('records.update'), { object: 'project', id, name: 'Gemini' } as never);
  const { data } = await run(listRecordHistory, { object: 'project', id } as never);
  expect(data).toMatchObject([{ changes: [{ field: 'name', label: 'Name', before: 'Apollo', after: 'Gemini' }] }]);
  expect(await run(undoChanges, { changeSetId: data[0].changeSet.id })).toMatchObject({ undone: 1, kept: [] });
  expect(await run(operation('records.get'), { object: 'project', id } as never)).toMatchObject({ name: 'Apollo' });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const input = { object: 'project', id } as never;
  expect(await code(run(listRecordHistory, input, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listRecordHistory, { object: 'project', id, limit: 0 } as never))).toBe('validation_failed');
  expect(await code(run(listRecordHistory, input, { actor: world.stranger }))).toBe('not_found');
});
