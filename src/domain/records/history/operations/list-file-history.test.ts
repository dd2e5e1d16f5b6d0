import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { file, filesModule } from '#domain/files';
import { type AnyOperation, takeIn } from '#platform/operations';
import { historyWorld } from '../history-world.fixture.ts';
import { listFileHistory } from './list-file-history.ts';

const world = await historyWorld();
const { run, code } = world;
const upload = filesModule.operations?.find((one) => one.name === 'files.upload') as AnyOperation;

async function put(values: object = {}): Promise<{ id: string }> {
  const { id: recordId } = await world.makeContact();
  const content = Readable.from([Buffer.from('x')]);
  const details = { name: 'a.txt', contentType: 'text/plain' };
  const taken = await takeIn(world.ports, upload, world.workspaceId, content, details);
  return run(upload, { file: taken, recordId, ...values });
}

test('what was changed on a file is kept', async () => {
  const { id } = await put();
  await world.change(file, { id, name: 'b.txt' });
  expect((await run(listFileHistory, { id })).data).toMatchObject([
    { changes: [{ field: 'name', before: 'a.txt', after: 'b.txt' }] },
  ]);
});

test('it is refused without the permission, to who may not read the file, with wrong input, and to another workspace', async () => {
  const { id } = await put({ access: 'owner' });
  for (const permissions of [['changes:read'], ['files:read', 'contacts:read']])
    expect(await code(run(listFileHistory, { id }, { actor: world.actorWith(...permissions) }))).toBe('not_allowed');
  expect(await code(run(listFileHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listFileHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
