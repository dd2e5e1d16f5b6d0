import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { deleteTerritory } from './delete-territory.ts';
import { restoreTerritory } from './restore-territory.ts';

const world = await territoriesWorld();

test('a deleted territory comes back as it was, and that is told', async () => {
  const made = await world.make();
  await world.run(deleteTerritory, { id: made.id });
  expect(await world.run(restoreTerritory, { id: made.id })).toMatchObject({ name: 'Nord', deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.territory.restored');
  await world.refuses(restoreTerritory, { id: made.id });
});
