import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { disqualifyLead } from './disqualify-lead.ts';

const world = await leadsWorld();
const { run, make } = world;

test('a lead of which nothing will come is closed with a reason, once, and that is told', async () => {
  const { id } = await make();
  expect(await run(disqualifyLead, { id, reason: 'No budget' })).toMatchObject({
    ...{ status: 'disqualified', disqualificationReason: 'No budget', closedAt: expect.any(String) },
  });
  expect(await world.told('crm.lead.disqualified')).toMatchObject([{ data: { reason: 'No budget' } }]);
  await expect(run(disqualifyLead, { id, reason: 'No need' })).rejects.toMatchObject({ code: 'conflict' });
});

test('a reason that is not in the list is refused with the list, and undo opens the lead again', async () => {
  const { id } = await make();
  await expect(run(disqualifyLead, { id, reason: 'Bad hair' })).rejects.toThrow('The reasons are No budget');
  await world.refuses(disqualifyLead, { id, reason: 'Spam' });
  await run(disqualifyLead, { id, reason: 'Spam' });
  expect(await world.undoLast()).toMatchObject({ undone: 1, kept: [] });
});
