import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLeadScore } from './get-lead-score.ts';

const world = await leadsWorld();

test('the score of a lead is explained as that of its contact, and to nobody else', async () => {
  const { id, contactId, score } = await world.make({ title: 'CEO' });
  expect(await world.run(getLeadScore, { id })).toMatchObject({ id, contactId, score, breakdown: expect.any(Object) });
  await expect(world.run(getLeadScore, { id }, { actor: world.actorWith('contacts:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(getLeadScore, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(getLeadScore, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});
