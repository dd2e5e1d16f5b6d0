import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { getOperation } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { addStakeholder } from './add-stakeholder.ts';
import { changeStage } from './change-stage.ts';

const world = await dealsWorld();
const { run, make, person, refuses } = world;

test('somebody gets a say in a deal, which is told; when it is won they are customers', async () => {
  const [deal, ana] = [await make(), await person()];
  expect(await run(addStakeholder, { id: deal.id, contactId: ana.id, role: 'decision_maker' })).toMatchObject({
    id: expect.stringMatching(/^sh_/),
    deal: { id: deal.id },
    contact: { id: ana.id, name: 'Ana' },
    role: 'decision_maker',
  });
  expect(await world.eventTypes()).toContain('crm.deal.stakeholder.created');
  await run(changeStage, { id: deal.id, stage: 'won' });
  expect(await run(getOperation(contact), { id: ana.id })).toMatchObject({ lifecycleStage: 'customer' });
});

test('the same person twice, a role that is none, a missing permission and another workspace are refused', async () => {
  const [deal, ana] = [await make(), await person()];
  const input = { id: deal.id, contactId: ana.id, role: 'champion' as const };
  await run(addStakeholder, input);
  await expect(run(addStakeholder, input)).rejects.toMatchObject({ code: 'conflict' });
  for (const wrong of [{ role: 'boss' }, { contactId: 'ct_00000000000000000000000000000000' }])
    await expect(run(addStakeholder, { ...input, ...wrong } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  await refuses(addStakeholder, input);
});
