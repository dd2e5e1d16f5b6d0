import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { replaceDeal } from './replace-deal.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;

test('what is not given becomes empty, but for what a deal always has', async () => {
  const { id } = await make({ amount: '5', stage: 'Proposal', currency: 'EUR', nextStep: 'x' });
  expect(await run(replaceDeal, { id, name: 'Other' } as never)).toMatchObject({
    name: 'Other',
    amount: null,
    nextStep: null,
    stage: 'Proposal',
    currency: 'EUR',
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.deal.updated');
});

test('it never creates, and is refused without the permission, with wrong input and to another workspace', async () => {
  const id = 'dl_00000000000000000000000000000000';
  await expect(run(replaceDeal, { id, name: 'x' } as never)).rejects.toMatchObject({ code: 'not_found' });
  await refuses(replaceDeal, { id: (await make()).id, name: 'x' });
});
