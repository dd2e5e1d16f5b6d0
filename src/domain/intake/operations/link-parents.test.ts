import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import { all, begun, call, countsOf, dryAndReal, imported } from '../import-fixture.ts';
import { importRejects } from './import-rejects.ts';
import { linkParents } from './link-parents.ts';

const world = await testWorld();
const parents = async () =>
  Object.fromEntries((await all(world, 'accounts')).map((one) => [one.name, one.parentAccount?.name ?? null]));

test('parents are linked by name whatever the order, and made when nobody knows them', async () => {
  const file = 'Company,Parent\nChild A,Mother Inc.\nMother,Grandmother GmbH\nChild B,MOTHER\nLoner,Loner\n';
  const [dry, real] = await dryAndReal(world, file, { object: 'accounts' });
  expect(countsOf(dry)).toEqual(countsOf(real));
  expect(real).toMatchObject({ created: 4, accountsCreated: 1, marked: 0 });
  expect(await parents()).toMatchObject({
    'Child A': 'Mother',
    'Child B': 'Mother',
    Mother: 'Grandmother GmbH',
    Loner: null,
  });
});

test('a ring of parents is left open at one place, and that row is marked with its cells', async () => {
  const one = await imported(world, 'Company,Parent\nRing 1,Ring 2\nRing 2,Ring 3\nRing 3,Ring 1\n', {
    object: 'accounts',
  });
  expect(one).toMatchObject({ status: 'done', created: 3, marked: 1 });
  const found = await parents();
  expect(['Ring 1', 'Ring 2', 'Ring 3'].filter((name) => found[name] === null)).toHaveLength(1);
  const { chunks } = await world.run(importRejects, { id: one.id, marked: true });
  const parts: string[] = [];
  for await (const part of chunks as AsyncIterable<string>) parts.push(part);
  expect(parts.join('')).toMatch(/Ring 3,Ring 1,3,"Parent: 'Ring 1' stands below/);
});

test('a row that is marked already keeps its reason and gets the other', async () => {
  const one = await imported(world, 'Company,Parent,Employees\nKnot 1,Knot 2,many\nKnot 2,Knot 1,few\n', {
    object: 'accounts',
    mapping: { Employees: 'employeeCount' },
  });
  expect(one).toMatchObject({ status: 'done', marked: 2 });
});

test('a parent is turned round only when the file does it in an order without rings', async () => {
  await call(world, 'accounts.create', { name: 'Old top' });
  await imported(world, 'Company,Parent\nOld bottom,Old top\n', { object: 'accounts' });
  const one = await imported(world, 'Company,Parent\nOld bottom,New top\nOld top,Old bottom\n', { object: 'accounts' });
  expect(one).toMatchObject({ status: 'done' });
  expect(await parents()).toMatchObject({ 'Old bottom': 'New top', 'Old top': 'Old bottom' });
});

test('an import that does not run links nothing; strangers and a missing permission are refused', async () => {
  const importId = parseId('im', await begun(world, 'Company,Parent\nA,B\n', { object: 'accounts' }));
  expect(await world.run(linkParents, { importId })).toEqual({ more: false });
  await expect(world.run(linkParents, { importId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  const actor = world.actorWith('imports:read');
  await expect(world.run(linkParents, { importId }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(linkParents, { importId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
