import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { acceptLead } from './accept-lead.ts';
import { listLeadRouting } from './list-lead-routing.ts';
import { rejectLead } from './reject-lead.ts';

const world = await leadsWorld();
const { run, make } = world;

test('a lead that is given back goes to the next, and to nobody who has given it back before', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  await world.share(bo, cy);
  const { id, ownerId } = await make();
  expect(ownerId).toBe(bo.id);
  await run(acceptLead, { id }, { actor: world.actorOf(bo) });
  const second = await run(rejectLead, { id, reason: 'Not my market.' }, { actor: world.actorOf(bo) });
  expect(second).toMatchObject({
    ...{ ownerId: cy.id, status: 'assigned', acceptedAt: null, rejectionReason: 'Not my market.' },
    assignedBecause: 'Bo gave it back: Not my market. Rule “All”: it is the turn of Cy.',
  });
  const third = await run(rejectLead, { id, reason: 'Nor mine.' }, { actor: world.actorOf(cy) });
  expect(third).toMatchObject({ ownerId: null, status: 'new' });
  expect(third.assignedBecause).toContain('nobody in it is free');
  const { data } = await run(listLeadRouting, { id });
  expect(data.map((one: { kind: string }) => one.kind)).toEqual(['rejected', 'rejected', 'rule']);
  expect(await world.told('crm.lead.rejected')).toMatchObject([
    { data: { previousOwnerId: bo.id } },
    { data: { previousOwnerId: cy.id } },
  ]);
});

test('a lead that nobody has cannot be given back, and a reason is needed', async () => {
  const [bo] = [await world.user('Bo')];
  const { id } = await make({ ownerId: bo.id });
  await expect(run(rejectLead, { id, reason: ' ' })).rejects.toMatchObject({ code: 'validation_failed' });
  await run(rejectLead, { id, reason: 'No.' });
  await expect(run(rejectLead, { id: (await make({ status: 'working' })).id, reason: 'No.' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await world.refuses(rejectLead, { id, reason: 'No.' });
});
