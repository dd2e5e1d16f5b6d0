import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import type { Context } from '#platform/context';
import type { Sql } from '#platform/database';
import { createOperation, deleteOperation } from '#platform/records';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { getGraph } from './get-graph.ts';

const world = await relationshipsWorld();
const { run, make, person, company, refuses } = world;

const holding = await company('Holding');
const works = await company('Works', { parentAccountId: holding.id });
const ana = await person('Ana', { accountId: works.id, email: 'ana@works.example' });
const bo = await person('Bo', { reportsToId: ana.id });
const cleo = await person('Cleo');
await make({ fromId: bo.id, toId: cleo.id, type: 'influencer', strength: 80 });
const names = (graph: { nodes: { label: string }[] }) => graph.nodes.map((node) => node.label).sort();

test('a step shows what a record is linked to, built-in links included', async () => {
  const graph = await run(getGraph, { of: ana.id });
  expect(names(graph)).toEqual(['Ana', 'Bo', 'Works']);
  expect(graph.nodes[0]).toEqual({
    id: ana.id,
    type: 'contact',
    label: 'Ana',
    data: expect.objectContaining({ email: 'ana@works.example' }),
  });
  expect(graph.edges).toHaveLength(2);
  expect(graph.edges).toContainEqual({ source: ana.id, target: works.id, type: 'account', strength: 50 });
  expect(graph.edges).toContainEqual({ source: bo.id, target: ana.id, type: 'reports_to', strength: 50 });
  expect(graph.complete).toBe(true);
});

test('further steps go on from there, with relationships of any kind', async () => {
  const graph = await run(getGraph, { of: ana.id, depth: 2 });
  expect(names(graph)).toEqual(['Ana', 'Bo', 'Cleo', 'Holding', 'Works']);
  expect(graph.edges).toContainEqual({ source: bo.id, target: cleo.id, type: 'influencer', strength: 80 });
  expect(graph.edges).toContainEqual({ source: works.id, target: holding.id, type: 'parent_account', strength: 50 });
});

test('a deal is linked with its account and its contact', async () => {
  const sold = { name: 'Licences', accountId: works.id, contactId: ana.id, amount: '100.00', currency: 'EUR' };
  const { id } = await run(createOperation(deal), sold as never);
  const graph = await run(getGraph, { of: id });
  expect(names(graph)).toEqual(['Ana', 'Licences', 'Works']);
  expect(graph.edges).toContainEqual({ source: id, target: works.id, type: 'account', strength: 50 });
  await run(deleteOperation(deal), { id });
});

test('a step is one query', async () => {
  let asked = 0;
  const real = world.database.reader(world.workspaceId);
  const counting: Sql = {
    rows: (query) => real.rows(query),
    first(query) {
      asked += 1;
      return real.first(query);
    },
  };
  const context = { actor: world.admin, now: new Date(), sql: counting } as unknown as Context;
  await getGraph.run(context, { of: ana.id, depth: 2, limit: 100 });
  expect(asked).toBe(2);
});

test('a graph that is too large says that it is not complete, and holds what was asked for', async () => {
  const graph = await run(getGraph, { of: holding.id, depth: 5, limit: 2 });
  expect(graph.nodes[0]).toMatchObject({ label: 'Holding' });
  expect(graph).toMatchObject({ nodes: { length: 2 }, complete: false });
});

test('what has been deleted, or has ended, leads nowhere', async () => {
  const [dora, emil, finn] = [await person('Dora'), await person('Emil'), await person('Finn')];
  await make({ fromId: dora.id, toId: emil.id });
  await make({ fromId: emil.id, toId: finn.id });
  await make({ fromId: dora.id, toId: finn.id, until: '2020-01-01' });
  await run(deleteOperation(contact), { id: emil.id });
  expect(names(await run(getGraph, { of: dora.id, depth: 3 }))).toEqual(['Dora']);
});

test('kinds that one may not read are not in it', async () => {
  const actor = world.actorWith('relationships:read', 'contacts:read');
  expect(names(await run(getGraph, { of: ana.id, depth: 3 }, { actor }))).toEqual(['Ana', 'Bo', 'Cleo']);
  await expect(run(getGraph, { of: works.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('mistakes and another workspace are refused', async () => {
  for (const input of [{}, { of: 'x' }, { of: ana.id, depth: 6 }, { of: ana.id, limit: 0 }])
    await expect(run(getGraph, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(getGraph, { of: ana.id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(getGraph, { of: ana.id });
});
