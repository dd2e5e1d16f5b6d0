import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import { begun, imported, peopleFile, run } from '../import-fixture.ts';
import { beginImport } from './begin-import.ts';
import { getImport } from './get-import.ts';

const world = await testWorld();
const uuid = (id: string) => parseId('im', id);

test('an import that waits is marked as running, with the moment it began', async () => {
  const id = await begun(world, peopleFile(1));
  expect(await world.run(beginImport, { importId: uuid(id) })).toMatchObject({ status: 'running', object: 'contact' });
  const { startedAt } = await world.run(getImport, { id });
  await world.run(beginImport, { importId: uuid(id) });
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'running', startedAt });
});

test('there is nothing to begin of an import that has ended, and none of another workspace', async () => {
  const { id } = await imported(world, peopleFile(1));
  expect(await world.run(beginImport, { importId: uuid(id) })).toBeNull();
  const waiting = await begun(world, peopleFile(1));
  expect(await world.run(beginImport, { importId: uuid(waiting) }, { actor: world.stranger })).toBeNull();
});

test('a dry run that was interrupted counts from the start, since what it has seen was in memory', async () => {
  const id = await begun(world, peopleFile(1500), { dryRun: true });
  await expect(run(world, id, 1)).rejects.toThrow(/goes on/);
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'running', rows: 1000 });
  expect(await world.run(beginImport, { importId: uuid(id) })).toMatchObject({ rows: 0, position: { row: 0 } });
});

test('without permission, or with an id that is none, it is refused', async () => {
  const importId = uuid(await begun(world, peopleFile(1)));
  const actor = world.actorWith('imports:read');
  await expect(world.run(beginImport, { importId }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(beginImport, { importId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
