import { expect, test } from 'vitest';
import { relationship } from '#domain/records/relationships';
import { createOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listRelationshipHistory } from './list-relationship-history.ts';

const world = await historyWorld();
const { run, code } = world;

async function relate(): Promise<{ id: string; toId: string }> {
  const [from, to] = [await world.makeContact(), await world.makeContact({ firstName: 'Bo' })];
  return run(createOperation(relationship), { fromId: from.id, toId: to.id, type: 'partner' } as never);
}

test('the changes of a relationship are kept, with the records as they are named outside', async () => {
  const { id, toId } = await relate();
  const other = (await world.makeAccount()).id;
  await world.change(relationship, { id, strength: 90, toId: other });
  const [{ changes }] = (await run(listRelationshipHistory, { id })).data;
  expect(changes).toContainEqual(expect.objectContaining({ field: 'strength', before: 50, after: 90 }));
  expect(changes).toContainEqual(expect.objectContaining({ field: 'toId', before: toId, after: other }));
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await relate();
  expect(await code(run(listRelationshipHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe(
    'not_allowed',
  );
  expect(await code(run(listRelationshipHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listRelationshipHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
