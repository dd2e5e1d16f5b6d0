import { expect, test } from 'vitest';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { getRelationship } from './get-relationship.ts';

const world = await relationshipsWorld();
const { run, make, refuses } = world;

test('one relationship comes as it was made', async () => {
  const made = await make({ strength: 70 });
  expect(await run(getRelationship, { id: made.id })).toEqual(made);
  await refuses(getRelationship, { id: made.id });
});

test('another workspace has none, and who may not read its ends is told so', async () => {
  const { id } = await make();
  await expect(run(getRelationship, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  const actor = world.actorWith('relationships:read', 'accounts:read');
  await expect(run(getRelationship, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
