import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { updateTerritory } from './update-territory.ts';

const world = await territoriesWorld();

test('only what is given changes, and it is told', async () => {
  const { id } = await world.make();
  const changed = await world.run(updateTerritory, { id, match: { country: ['AT', 'CH'] } } as never);
  expect(changed).toMatchObject({ name: 'Nord', match: { country: ['AT', 'CH'] }, version: 2 });
  expect(await world.eventTypes()).toContain('crm.territory.updated');
  await world.refuses(updateTerritory, { id, name: 'B' });
});
