import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { acceptLead } from './accept-lead.ts';
import { disqualifyLead } from './disqualify-lead.ts';

const world = await leadsWorld();
const { run, make } = world;

test('its owner takes a lead on, once, and that is told', async () => {
  const bo = await world.user();
  const { id } = await make({ ownerId: bo.id });
  const actor = world.actorOf(bo);
  const taken = await run(acceptLead, { id }, { actor });
  expect(taken).toMatchObject({ status: 'accepted', acceptedAt: expect.any(String), version: 2 });
  expect(await run(acceptLead, { id }, { actor })).toEqual(taken);
  expect(await world.told('crm.lead.accepted')).toMatchObject([{ data: { ownerId: bo.id } }]);
});

test('whoever takes a lead that nobody has becomes its owner; of two at once one does', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const { id } = await make();
  const both = await Promise.allSettled(
    [bo, cy].map((user) => run(acceptLead, { id }, { actor: world.actorOf(user) })),
  );
  const won = both.filter((one) => one.status === 'fulfilled');
  expect(won).toHaveLength(1);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
});

test('nobody takes the lead of somebody else, or a closed one', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const { id } = await make({ ownerId: bo.id });
  await expect(run(acceptLead, { id }, { actor: world.actorOf(cy) })).rejects.toMatchObject({ code: 'conflict' });
  await run(disqualifyLead, { id, reason: 'Spam' });
  await expect(run(acceptLead, { id }, { actor: world.actorOf(bo) })).rejects.toThrow('was disqualified already');
  await world.refuses(acceptLead, { id });
});
