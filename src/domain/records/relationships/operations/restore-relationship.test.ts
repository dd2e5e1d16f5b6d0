import { expect, test } from 'vitest';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { deleteRelationship } from './delete-relationship.ts';
import { restoreRelationship } from './restore-relationship.ts';

const world = await relationshipsWorld();
const { run, make, refuses } = world;

test('a deleted relationship comes back as it was, which is told', async () => {
  const made = await make({ strength: 80 });
  await run(deleteRelationship, { id: made.id });
  expect(await run(restoreRelationship, { id: made.id })).toMatchObject({
    strength: 80,
    from: made.from,
    deletedAt: null,
  });
  expect(await world.eventTypes()).toContain('crm.relationship.restored');
});

test('it is refused where another has taken its place, without the permission, and to another workspace', async () => {
  const { id, fromId, toId } = await make();
  await run(deleteRelationship, { id });
  await refuses(restoreRelationship, { id });
  await expect(run(restoreRelationship, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await make({ fromId, toId });
  await expect(run(restoreRelationship, { id })).rejects.toMatchObject({ code: 'conflict' });
});
