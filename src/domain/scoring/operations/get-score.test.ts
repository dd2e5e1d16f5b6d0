import { expect, test } from 'vitest';
import { createAccount, createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { getScore } from './get-score.ts';

const world = await scoringWorld();
const company = await world.run(createAccount, {
  name: 'Ada GmbH',
  industry: 'Software',
  employeeCount: 400,
  annualRevenue: 60_000_000,
});
const chief = { firstName: 'Ana', title: 'CEO', department: 'Management', accountId: company.id };

test('a score is the sum of the points of its reasons', async () => {
  const { id } = await world.run(createContact, chief);
  await world.run(logActivity, { type: 'demo_request', contactId: id });
  await world.run(logActivity, { type: 'meeting', contactId: id });
  const score = await world.run(getScore, { id });
  expect(score).toMatchObject({ score: 64, tier: 'WARM', grade: 'C' });
  expect(score.breakdown).toEqual({ firmographic: 100, behavioral: 25, intent: 60 });
  expect(score.text).toBe('Contact score: 64 (WARM)\nFirmographic: 100/100\nBehavioral: 25/100\nIntent: 60/100');
  const points = score.reasons.map((reason: { points: number }) => reason.points);
  expect(points.reduce((sum: number, one: number) => sum + one, 0)).toBe(64);
  expect(score.reasons.find((reason: { component: string }) => reason.component === 'intent')).toMatchObject({
    text: 'Asked for a demo in the last 24 hours: +15',
    evidence: { activityTypes: ['demo_request'], count: 1 },
    at: expect.any(String),
  });
});

test('what was cancelled or deleted does not count', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo' });
  await world.run(logActivity, { type: 'meeting', contactId: id, status: 'cancelled' });
  expect(await world.run(getScore, { id })).toMatchObject({ score: 0, tier: 'COLD', grade: 'F', reasons: [] });
});

test('the answer is the same until something happens, and tells the tier before', async () => {
  const { id } = await world.run(createContact, { ...chief, firstName: 'Cy' });
  await world.settle();
  const first = await world.run(getScore, { id });
  expect(first).toMatchObject({ score: 40, tier: 'COLD', previousTier: null });
  expect(await world.run(getScore, { id })).toEqual(first);
  for (const type of ['demo_request', 'meeting']) await world.run(logActivity, { type, contactId: id });
  const fresh = { score: 64, tier: 'WARM', previousTier: 'COLD', tierChanged: true };
  expect(await world.run(getScore, { id })).toMatchObject(fresh);
  await world.settle();
  const kept = await world.run(getScore, { id });
  expect(kept).toMatchObject(fresh);
  expect(await world.run(getScore, { id })).toEqual(kept);
});

test('without the permission it is refused', async () => {
  const { id } = await world.run(createContact, { firstName: 'Di' });
  const actor = world.actorWith('accounts:read');
  await expect(world.run(getScore, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('another workspace sees nothing, and what is no id is nothing', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ed' });
  const asStranger = { actor: world.stranger };
  await expect(world.run(getScore, { id }, asStranger)).rejects.toMatchObject({ code: 'not_found' });
  for (const wrong of ['ct_1', "' or 1=1 --", company.id])
    await expect(world.run(getScore, { id: wrong })).rejects.toMatchObject({ code: 'not_found' });
});
