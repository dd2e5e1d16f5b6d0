import { expect, test } from 'vitest';
import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { defineOperation } from '#platform/operations';
import { createRecords } from '#platform/records';
import { renameTag } from '../operations/rename-tag.ts';
import { tagsWorld } from '../tags-world.fixture.ts';
import { replaceTagsJob } from './replace-tags.ts';

const world = await tagsWorld();
const { run, uses } = world;
const people = 2300;

const crowd = defineOperation({
  name: 'test.crowd',
  summary: 'Makes many people.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({}),
  async run(context) {
    const sets = Array.from({ length: people }, (_, at) => ({ firstName: `N${at}`, tags: ['old'] }));
    return (await createRecords(context, contact, sets)).length;
  },
});

test('a tag of more than two thousand records is renamed chunk by chunk', async () => {
  await run(crowd, {});
  expect(await run(renameTag, { tag: 'old', to: 'new' })).toMatchObject({ status: 'running' });
  expect(await uses()).toEqual({ old: people });
  const waiting = await world.database.system.first<{ payload: { input: never } }>(
    sql`select payload from graphile_worker._private_jobs order by id desc limit 1`,
  );
  const job = { ports: world.ports, workspaceId: world.workspaceId, actor: world.admin, jobId: 'job', attempt: 1 };
  const input = replaceTagsJob.input.parse(waiting?.payload.input);
  await expect(replaceTagsJob.run({ ...job, signal: AbortSignal.abort() }, input)).rejects.toThrow(/next start/);
  for (let times = 0; times < 2; times += 1)
    await replaceTagsJob.run({ ...job, signal: new AbortController().signal }, input);
  expect(await uses()).toEqual({ new: people });
});
