import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { listLeadRouting } from './list-lead-routing.ts';

const world = await leadsWorld();

test('who has had a lead is told, the latest first, and to nobody else', async () => {
  const bo = await world.user();
  await world.share(bo);
  const { id } = await world.make();
  expect((await world.run(listLeadRouting, { id })).data).toMatchObject([
    { kind: 'rule', recordId: id, ownerId: bo.id, because: 'Rule “All”: it is the turn of Bo Berg.' },
  ]);
  await world.refuses(listLeadRouting, { id });
});
