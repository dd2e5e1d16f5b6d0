import { expect, test } from 'vitest';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { listRelationships } from './list-relationships.ts';

const world = await relationshipsWorld();
const { run, make, person, refuses } = world;

test('a record reads its relationships from both ends', async () => {
  const [ana, bo, cleo] = [await person('Ana'), await person('Bo'), await person('Cleo')];
  await make({ fromId: ana.id, toId: bo.id, type: 'reports_to' });
  await make({ fromId: cleo.id, toId: ana.id, type: 'influencer' });
  await make({ fromId: bo.id, toId: cleo.id });
  const { data } = await run(listRelationships, { of: ana.id, sort: 'createdAt' });
  expect(data).toMatchObject([
    { type: 'reports_to', direction: 'out', other: { id: bo.id, name: 'Bo' } },
    { type: 'influencer', direction: 'in', other: { id: cleo.id, name: 'Cleo' } },
  ]);
  const filter = { type: { eq: 'influencer' } };
  expect((await run(listRelationships, { of: ana.id, filter })).data).toHaveLength(1);
  expect((await run(listRelationships, { filter: { fromId: { eq: bo.id } } })).data).toHaveLength(1);
});

test('what hangs on kinds that one may not read is not there, and another workspace has none', async () => {
  await make();
  const actor = world.actorWith('relationships:read', 'accounts:read');
  expect((await run(listRelationships, {}, { actor })).data).toEqual([]);
  expect((await run(listRelationships, {}, { actor: world.stranger })).data).toEqual([]);
});

test('mistakes are refused', async () => {
  await expect(run(listRelationships, { of: 'ct_1' })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listRelationships, { filter: { fromId: { eq: 'x' } } })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await refuses(listRelationships, {});
});
