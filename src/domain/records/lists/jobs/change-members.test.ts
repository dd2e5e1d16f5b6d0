import { expect, test } from 'vitest';
import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { createRecords } from '#platform/records';
import { listsWorld } from '../lists-world.fixture.ts';
import { addMembersOperation } from '../operations/add-members.ts';
import { listMembers } from '../operations/list-members.ts';
import { changeMembersJob } from './change-members.ts';

const world = await listsWorld();
const { run, make } = world;
const people = 2300;

const crowd = defineOperation({
  name: 'test.crowd',
  summary: 'Makes many people.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({}),
  async run(context) {
    const sets = Array.from({ length: people }, (_, at) => ({ firstName: `N${at}`, city: 'Rome' }));
    return (await createRecords(context, contact, sets)).length;
  },
});

test('more than two thousand that a filter finds go on a list chunk by chunk, in one change set', async () => {
  await run(crowd, {});
  const { id } = await make();
  const answer = await run(addMembersOperation, { id, filter: { city: { eq: 'Rome' } } });
  expect(answer).toMatchObject({ status: 'running', changeSetId: expect.stringMatching(/^cs_/) });
  const waiting = await world.database.system.first<{ payload: { input: never } }>(
    sql`select payload from graphile_worker._private_jobs order by id desc limit 1`,
  );
  const job = { ports: world.ports, workspaceId: world.workspaceId, actor: world.admin, jobId: 'job', attempt: 1 };
  const input = changeMembersJob.input.parse(waiting?.payload.input);
  for (let times = 0; times < 2; times += 1)
    await changeMembersJob.run({ ...job, signal: new AbortController().signal }, input);
  expect(await run(listMembers, { id, count: 'exact', limit: 1 })).toMatchObject({ page: { total: people } });
  const set = await world.database
    .reader(world.workspaceId)
    .first(sql`select status, records from change_sets where id = ${parseId('cs', answer.changeSetId)}`);
  expect(set).toEqual({ status: 'done', records: people });
});

test('a process that stops leaves the rest for the next', async () => {
  const { id } = await make();
  const job = { ports: world.ports, workspaceId: world.workspaceId, actor: world.admin, jobId: 'job', attempt: 1 };
  const input = { listId: parseId('li', id), verb: 'add' as const, filter: {}, changeSetId: world.ports.ids.next() };
  await expect(changeMembersJob.run({ ...job, signal: AbortSignal.abort() }, input)).rejects.toThrow(/next start/);
});
