import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { deleteAccount } from './delete-account.ts';
import { getHierarchy } from './get-hierarchy.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('an account stands between those above it and the tree below it', async () => {
  const top = await make({ name: 'Top' });
  const middle = await make({ name: 'Middle', parentAccountId: top.id });
  const own = await make({ name: 'Own', parentAccountId: middle.id });
  for (const name of ['Z', 'A']) await make({ name, parentAccountId: own.id });
  const gone = await make({ name: 'Gone', parentAccountId: own.id });
  await run(deleteAccount, { id: gone.id });
  expect(await run(getHierarchy, { id: own.id })).toMatchObject({
    ancestors: [
      { id: middle.id, name: 'Middle' },
      { id: top.id, name: 'Top' },
    ],
    tree: {
      id: own.id,
      children: [
        { name: 'A', children: [] },
        { name: 'Z', children: [] },
      ],
    },
    complete: true,
  });
});

test('a wide tree is cut at five hundred, and says so', async () => {
  const { id } = await make();
  const uuid = parseId('ac', id);
  await world.database.write(world.workspaceId, async (tx) => {
    tx.send(
      sql`insert into accounts (id, name, parent_account_id) select gen_random_uuid(), 'N' || i, ${uuid} from generate_series(1, 600) i`,
    );
  });
  const { tree, complete } = await run(getHierarchy, { id });
  expect([tree.children.length, complete]).toEqual([500, false]);
});

test('it is refused without the permission, with wrong input, and to another workspace; a deleted account has none', async () => {
  const { id } = await make();
  await refuses(getHierarchy, { id });
  await run(deleteAccount, { id });
  await expect(run(getHierarchy, { id })).rejects.toMatchObject({ code: 'not_found' });
});
