import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { deleteLead } from './delete-lead.ts';
import { restoreLead } from './restore-lead.ts';

const world = await leadsWorld();

test('a deleted lead comes back as it was, and that is told', async () => {
  const { id, status } = await world.make();
  await world.run(deleteLead, { id });
  expect(await world.run(restoreLead, { id })).toMatchObject({ status, deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.lead.restored');
  await world.refuses(restoreLead, { id });
});
