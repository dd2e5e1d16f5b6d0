import { expect, test } from 'vitest';
import { createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { getEngagement } from './get-engagement.ts';

const world = await scoringWorld();

test('engagement is what somebody did lately, with its reasons', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  expect(await world.run(getEngagement, { id })).toEqual({
    engagementScore: 0,
    activities: 0,
    days: 90,
    lastActivityAt: null,
    reasons: [],
  });
  for (const type of ['meeting', 'call', 'demo_request']) await world.run(logActivity, { type, contactId: id });
  const engagement = await world.run(getEngagement, { id });
  expect(engagement).toMatchObject({ engagementScore: 37, activities: 3, lastActivityAt: expect.any(String) });
  expect(engagement.reasons.map(({ factor }: { factor: string }) => factor)).toEqual(['meetings', 'calls']);
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo' });
  const actor = world.actorWith('accounts:read');
  await expect(world.run(getEngagement, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getEngagement, { id: 'ct_1' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(getEngagement, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
