import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { filesWorld } from '../files-world.fixture.ts';
import { expireFileJob } from '../jobs/expire-file.ts';
import { removeContentsJob } from '../jobs/remove-contents.ts';
import { expireFile } from './expire-file.ts';
import { getFile } from './get-file.ts';
import { updateFile } from './update-file.ts';

let now = new Date('2026-06-01T12:00:00.000Z');
const world = await filesWorld({ clock: { now: () => now } });
const { run, upload, read, ports } = world;

const waiting = (name: string) =>
  world.database.system.rows<{ runAt: Date; payload: { input: { keys: string[] } } }>(
    sql`select j.run_at as "runAt", j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${name} order by j.id`,
  );

test('a file whose time is over is removed for good, with its versions and their contents', async () => {
  const made = await upload('one', { name: 'a' });
  await upload('two', { recordId: made.recordId, name: 'a' });
  await run(updateFile, { id: made.id, deleteAfter: '2026-07-01T00:00:00.000Z' } as never);
  expect(await waiting('files.expire')).toMatchObject([{ runAt: new Date('2026-07-01T00:00:00.000Z') }]);
  const fileId = parseId('fi', made.id);
  expect(await run(expireFile, { fileId })).toEqual({ removed: 0 });
  now = new Date('2026-07-01T00:00:00.000Z');
  const job = { ports, workspaceId: world.workspaceId, actor: world.admin, jobId: 'job', attempt: 1 };
  const signal = new AbortController().signal;
  await expireFileJob.run({ ...job, signal }, { fileId });
  await expect(run(getFile, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.file.deleted');
  const [{ payload } = { payload: { input: { keys: [] } } }] = await waiting('files.remove-contents');
  expect(payload.input.keys).toHaveLength(2);
  await removeContentsJob.run({ ...job, signal }, payload.input);
  for (const key of payload.input.keys) await expect(ports.files.get(key)).rejects.toMatchObject({ code: 'not_found' });
});

test('a file that has been given more time stays, and another workspace removes nothing', async () => {
  const { id } = await upload('x');
  await run(updateFile, { id, deleteAfter: '2026-07-01T00:00:00.000Z' } as never);
  const input = { fileId: parseId('fi', id) };
  expect(await run(expireFile, input, { actor: world.stranger })).toEqual({ removed: 0 });
  await run(updateFile, { id, deleteAfter: '2999-07-01T00:00:00.000Z' } as never);
  expect(await run(expireFile, input)).toEqual({ removed: 0 });
  expect(await read(id)).toBe('x');
  await expect(run(expireFile, input, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(expireFile, { fileId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
