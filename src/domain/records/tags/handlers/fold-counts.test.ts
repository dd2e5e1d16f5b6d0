import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { createOperation, deleteOperation, restoreOperation, updateOperation } from '#platform/records';
import { tagsWorld } from '../tags-world.fixture.ts';
import { foldTagCounts } from './fold-counts.ts';

const world = await tagsWorld();
const { run, person, company } = world;
const reader = world.database.reader(world.workspaceId);

/** The tags as a count of all records has them. */
async function recounted(): Promise<Record<string, number>> {
  const rows = await reader.rows<{ tag: string; records: number }>(sql`select tag, count(*)::integer as records from (
      select unnest(tags) as tag from contacts where deleted_at is null union all select unnest(tags) from accounts where deleted_at is null
    ) t group by tag`);
  return Object.fromEntries(rows.map((row) => [row.tag, row.records]));
}

async function lines(): Promise<number> {
  const [row] = await reader.rows<{ lines: number }>(sql`select count(*)::integer as lines from tag_moves`);
  return row?.lines ?? 0;
}

test('created, changed, deleted and restored records are counted as a recount has them', async () => {
  const { id } = await person('vip', 'fair');
  await person('vip');
  await company('vip', 'partner');
  expect(await world.uses()).toEqual({ vip: 3, fair: 1, partner: 1 });
  await run(updateOperation(contact), { id, tags: ['fair', 'new'] } as never);
  expect(await world.uses()).toEqual({ vip: 2, fair: 1, new: 1, partner: 1 });
  await run(deleteOperation(contact), { id });
  expect(await world.uses()).toEqual({ vip: 2, partner: 1 });
  await run(restoreOperation(contact), { id });
  expect(await world.uses()).toEqual(await recounted());
});

test('many at once, and what is folded meanwhile, are counted as a recount has them', async () => {
  const create = createOperation(contact);
  const writes = Array.from({ length: 60 }, async (_, index) => {
    const made = await run(create, { firstName: 'Many', tags: ['crowd', `group ${index % 3}`] } as never);
    if (index % 4 === 0) await run(updateOperation(contact), { id: made.id, tags: ['crowd'] } as never);
    if (index % 5 === 0) await run(deleteOperation(contact), { id: made.id });
    if (index % 10 === 0) await world.fold();
  });
  await Promise.all([...writes, ...Array.from({ length: 5 }, () => world.fold())]);
  expect(await world.uses()).toEqual(await recounted());
  await world.fold();
  expect(await lines()).toBe(0);
  expect(await world.uses()).toEqual(await recounted());
});

test('lines are folded when there are many of them', async () => {
  for (let at = 0; at < 11; at++) await person(...Array.from({ length: 95 }, (_, index) => `tag ${at} ${index}`));
  const before = await world.uses();
  await world.handle(foldTagCounts);
  expect(await lines()).toBeLessThan(1000);
  expect(await world.uses()).toEqual(before);
  const { id } = await run(createOperation(account), { name: 'Last', tags: ['last'] } as never);
  await world.handle(foldTagCounts);
  expect(await lines()).toBeGreaterThan(0);
  await run(deleteOperation(account), { id });
  expect((await world.uses()).last).toBeUndefined();
});
