import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { execute } from '#platform/operations';
import { mergingWorld } from '../merging-world.fixture.ts';
import { settleChunk } from './settle-chunk.ts';

const world = await mergingWorld();
const { person, merge, unmerge, uuid } = world;

/** Goes on with a merge as its job does; answers how many chunks it took. */
async function settle(id: string, changeSetId: string): Promise<number> {
  const input = { mergeId: uuid(id), changeSetId: uuid(changeSetId) };
  for (let chunks = 1; ; chunks++) {
    const call = { actor: world.admin, surface: 'test', requestId: 'r', changeSetId: input.changeSetId };
    if (!(await execute(world.ports, settleChunk, input, call)).output.more) return chunks;
  }
}

const countOf = async (id: string) => {
  const reader = world.database.reader(world.workspaceId);
  const row = await reader.first<{ count: number }>(
    sql`select count(*)::int as count from activities where contact_id = ${uuid(id)}`,
  );
  return row?.count;
};

test('a merge of somebody with whom much has happened goes on in chunks of one change set, and back in chunks', async () => {
  const [one, two] = [await person(), await person()];
  await world.database.write(world.workspaceId, async (tx) => {
    await tx.rows(sql`insert into activities (id, type, occurred_at, contact_id)
      select gen_random_uuid(), 'call', now(), ${uuid(two.id)}::uuid from generate_series(1, 2500)`);
  });
  const { id, changeSetId, status, moved } = await merge([one.id, two.id]);
  expect([status, moved, await countOf(one.id)]).toEqual(['merging', 1000, 1000]);
  expect(await settle(id, changeSetId)).toBe(2);
  expect(await countOf(one.id)).toBe(2500);
  expect(await unmerge(id)).toMatchObject({ status: 'unmerging' });
  const reader = world.database.reader(world.workspaceId);
  const row = await reader.first<{ set: string }>(sql`select unmerge_set_id as set from merges`);
  await settle(id, row?.set ?? '');
  expect([await countOf(one.id), await countOf(two.id)]).toEqual([0, 2500]);
});
