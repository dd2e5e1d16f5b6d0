import { expect, test } from 'vitest';
import { z } from 'zod';
import { changesOfRecord } from '#platform/changes';
import type { Context } from '#platform/context';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { getRelationship } from './get-relationship.ts';
import { updateRelationship } from './update-relationship.ts';

const world = await relationshipsWorld();
const { run, make, person, refuses } = world;

const takeBack = defineOperation({
  name: 'test.takeBack',
  summary: 'Takes back.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

const historyOf = (id: string) => {
  const reader = world.database.reader(world.workspaceId);
  const origin = { ...world, ports: world.ports } as unknown as Context;
  return changesOfRecord(origin, reader, parseId('rl', id), new Date(0), 10);
};

test('a change keeps what was before, is told, and can be taken back', async () => {
  const made = await make({ notes: 'first' });
  const elsewhere = (await person('Cleo')).id;
  const changeSetId = world.ports.ids.next();
  const values = { strength: 90, notes: 'second', toId: elsewhere };
  expect(await run(updateRelationship, { id: made.id, ...values } as never, { changeSetId })).toMatchObject(values);
  expect(await historyOf(made.id)).toMatchObject([
    { before: { strength: 50, notes: 'first', toId: made.toId }, after: values },
  ]);
  expect(await world.eventTypes()).toContain('crm.relationship.updated');
  await run(takeBack, { id: changeSetId });
  expect(await run(getRelationship, { id: made.id })).toMatchObject({ strength: 50, notes: 'first', to: made.to });
});

test('the ends stay two, an old version is refused, and so is another workspace', async () => {
  const made = await make();
  const update = (values: object, call = {}) => run(updateRelationship, { id: made.id, ...values } as never, call);
  await expect(update({ toId: made.fromId })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(update({ strength: 5 }, { expectedVersion: 9 })).rejects.toMatchObject({ code: 'version_changed' });
  await expect(update({ strength: 5 }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(updateRelationship, { id: made.id, strength: 5 });
});
