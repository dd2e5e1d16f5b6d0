import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { kindsThatStandAlone, objectCatalogue } from '#platform/fields';
import { type Answer, testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const run = (name: string, input: object): Promise<Answer> => world.run(operations.get(name) as never, input as never);

test.each(kindsThatStandAlone().map((object) => [object.name, object] as const))(
  'other things can hang on a %s: it has an id, a name, and is deleted by its date',
  async (_name, { table, nameColumn }) => {
    const reader = world.database.reader(world.workspaceId);
    const read = reader.rows(
      sql`select t.id, t.workspace_id, t.deleted_at, t.${sql.ref(nameColumn)} from ${sql.table(table)} t limit 0`,
    );
    expect(await read).toEqual([]);
  },
);

test('what hangs on records names them by one field of the catalogue', () => {
  const hanging = [...objectCatalogue().values()].filter((object) =>
    [...object.fields.values()].some((field) => field.type === 'record'),
  );
  expect(hanging.map((object) => object.name).sort()).toEqual(
    expect.arrayContaining(['comment', 'file', 'follow', 'listMember', 'relationship', 'share']),
  );
  for (const object of hanging) expect(object.standsAlone).toBe(false);
});

test('with every kind there is, a deal is related, graphed, commented on and listed', async () => {
  const account = await run('accounts.create', { name: 'Works' });
  const deal = await run('deals.create', { name: 'Licences', accountId: account.id });
  const related = { fromId: deal.id, toId: account.id, type: 'partner' };
  expect(await run('relationships.create', related)).toMatchObject({ from: { type: 'deal', name: 'Licences' } });
  expect(await run('relationships.graph', { of: deal.id })).toMatchObject({
    nodes: { length: 2 },
    edges: { length: 2 },
  });
  await run('comments.create', { recordId: deal.id, body: 'They want three years' });
  expect((await run('comments.list', { of: deal.id })).data).toMatchObject([{ record: { name: 'Licences' } }]);
  const list = await run('lists.create', { name: 'Hot', object: 'deal' });
  expect(await run('lists.addMembers', { id: list.id, ids: [deal.id] })).toMatchObject({ changed: 1 });
  expect((await run('lists.members', { id: list.id })).data).toMatchObject([{ name: 'Licences' }]);
  expect((await run('deals.list', { filter: { sharedWith: { eq: 'me' } } })).data).toEqual([]);
});

test('a record of a kind that the workspace has made is related, commented on, listed and tagged as any other', async () => {
  await run('objects.create', { name: 'project', label: 'Project' });
  const made = await run('records.create', { object: 'project', name: 'Bridge', tags: ['steel'] });
  const account = await run('accounts.create', { name: 'Builders' });
  const related = { fromId: made.id, toId: account.id, type: 'partner' };
  expect(await run('relationships.create', related)).toMatchObject({
    from: { name: 'Bridge' },
    to: { name: 'Builders' },
  });
  await run('comments.create', { recordId: made.id, body: 'It stands' });
  expect((await run('comments.list', { of: made.id })).data).toHaveLength(1);
  const { nodes, edges } = await run('relationships.graph', { of: made.id });
  expect(nodes[0]).toMatchObject({ id: made.id, type: 'project', label: 'Bridge' });
  expect(edges).toEqual([{ source: made.id, target: account.id, type: 'partner', strength: 50 }]);
  expect(nodes.map((node: { label: string }) => node.label).sort()).toEqual(['Bridge', 'Builders']);
  const list = await run('lists.create', { name: 'Bridges', object: 'project' });
  expect(await run('lists.addMembers', { id: list.id, ids: [made.id] })).toMatchObject({ changed: 1 });
  expect((await run('lists.members', { id: list.id })).data).toMatchObject([{ id: made.id, name: 'Bridge' }]);
  expect((await run('tags.list', { q: 'steel' })).data).toEqual([{ tag: 'steel', records: 1, kinds: { projects: 1 } }]);
  await run('tags.rename', { tag: 'steel', to: 'iron' });
  expect(await run('records.get', { object: 'project', id: made.id })).toMatchObject({ tags: ['iron'] });
});
