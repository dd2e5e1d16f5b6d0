import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import type { JobContext } from '#platform/jobs';
import { bulkDeleteOperation, listOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { undoBulk } from '../jobs/undo-bulk.ts';
import { getChange } from './get-change.ts';
import { undoChanges } from './undo-changes.ts';
import { undoChunk } from './undo-chunk.ts';

const world = await historyWorld();
const { run, code } = world;

test('a large deletion comes back by its job, a killed run goes on, and the change set says how far it is', async () => {
  await world.database.write(world.workspaceId, async (tx) => {
    tx.send(
      sql`insert into contacts (id, name, title) select gen_random_uuid(), 'N' || i, 'old' from generate_series(1, 2100) i`,
    );
  });
  const { changeSetId } = await run(bulkDeleteOperation(contact), { filter: { title: { eq: 'old' } } });
  const undo = await run(undoChanges, { changeSetId });
  expect(undo).toMatchObject({ status: 'running' });
  const input = { changeSetId: parseId('cs', changeSetId), undoingId: parseId('cs', undo.changeSetId) };
  expect(await run(undoChunk, { changeSetId: input.changeSetId }, { changeSetId: input.undoingId })).toEqual({
    more: true,
    undone: 1000,
  });
  expect(await run(getChange, { changeSetId: undo.changeSetId })).toMatchObject({
    status: 'partial',
    undo: { undone: 1000 },
  });
  const { ports, workspaceId, admin: actor } = world;
  const job: JobContext = { ports, workspaceId, actor, signal: new AbortController().signal, jobId: '1', attempt: 1 };
  await undoBulk.run(job, input);
  expect((await run(listOperation(contact), { limit: 1, count: 'exact' })).page.total).toBe(2100);
  expect(await run(getChange, { changeSetId: undo.changeSetId })).toMatchObject({
    status: 'done',
    undo: { undone: 2100, done: true },
  });
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const changeSetId = parseId('cs', await world.change(contact, { id: (await world.makeContact()).id, title: 'x' }));
  expect(await code(run(undoChunk, { changeSetId }, { actor: world.actorWith('contacts:write') }))).toBe('not_allowed');
  expect(await code(run(undoChunk, { changeSetId: 'x' }))).toBe('validation_failed');
  expect(await code(run(undoChunk, { changeSetId }, { actor: world.stranger }))).toBe('not_found');
});
