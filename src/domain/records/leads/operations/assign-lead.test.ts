import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { assignLead } from './assign-lead.ts';
import { listLeadRouting } from './list-lead-routing.ts';

const world = await leadsWorld();
const { run, make } = world;

test('a lead is given to somebody, with the reason, a time to answer, and that is told', async () => {
  const bo = await world.user();
  const { id } = await make();
  expect(await run(assignLead, { id, ownerId: bo.id })).toMatchObject({
    ...{ owner: { id: bo.id, name: 'Bo Berg' }, status: 'assigned', slaDueAt: expect.any(String) },
    assignedBecause: 'Ada Admin assigned it by hand.',
  });
  expect(await world.told('crm.lead.assigned')).toMatchObject([{ data: { ownerId: bo.id, by: 'hand' } }]);
});

test('without a rule nobody gets it; with one the rules decide, and the log says why', async () => {
  const bo = await world.user();
  const { id } = await make();
  await expect(run(assignLead, { id })).rejects.toThrow('There is no active routing rule.');
  const rule = await world.share(bo);
  expect(await run(assignLead, { id })).toMatchObject({
    ownerId: bo.id,
    assignedBecause: 'Rule “All”: it is the turn of Bo Berg.',
  });
  expect((await run(listLeadRouting, { id })).data).toMatchObject([{ kind: 'rule', ruleId: rule.id, ownerId: bo.id }]);
});

test('nobody who is not here gets a lead, and no closed lead is given', async () => {
  const bo = await world.user();
  const { id } = await make({ status: 'disqualified', disqualificationReason: 'Spam' });
  await expect(run(assignLead, { id, ownerId: bo.id })).rejects.toMatchObject({ code: 'conflict' });
  const open = await make();
  await expect(run(assignLead, { id: open.id, ownerId: `us_${'0'.repeat(32)}` })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await world.refuses(assignLead, { id: open.id, ownerId: bo.id });
});
