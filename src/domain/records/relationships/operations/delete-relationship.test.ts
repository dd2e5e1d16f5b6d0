import { expect, test } from 'vitest';
import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { purgeRecords } from '#platform/records';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { deleteRelationship } from './delete-relationship.ts';
import { getRelationship } from './get-relationship.ts';

const world = await relationshipsWorld();
const { run, make, refuses } = world;

test('a deleted relationship is gone, which is told, and another may take its place', async () => {
  const made = await make();
  expect(await run(deleteRelationship, { id: made.id })).toBeNull();
  await expect(run(getRelationship, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.relationship.deleted');
  expect(await make({ fromId: made.fromId, toId: made.toId })).toMatchObject({ type: 'works_with' });
});

test('a record that is removed for good takes its relationships along, both ways', async () => {
  const made = await make();
  const back = await make({ fromId: made.toId, toId: made.fromId });
  const other = await make();
  const purge = defineOperation({
    name: 'test.purge',
    summary: 'Purges.',
    kind: 'write',
    permission: 'test:write',
    input: z.strictObject({}),
    run: (context) => purgeRecords(context, contact, [parseId('ct', made.fromId)]),
  });
  expect(await run(purge, {})).toBe(1);
  for (const { id } of [made, back])
    await expect(run(getRelationship, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(getRelationship, { id: other.id })).toEqual(other);
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await make();
  await refuses(deleteRelationship, { id });
  await expect(run(deleteRelationship, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
