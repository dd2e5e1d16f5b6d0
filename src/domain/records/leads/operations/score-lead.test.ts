import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { scoreLead } from './score-lead.ts';

const world = await leadsWorld();

test('a lead is scored anew as its contact, with a reason for every point', async () => {
  const { id, score } = await world.make({ title: 'CEO' });
  const answer = await world.run(scoreLead, { id });
  expect(answer).toMatchObject({ id, score, tier: 'COLD', reasons: expect.any(Array) });
  const points = answer.reasons.reduce((sum: number, one: { points: number }) => sum + one.points, 0);
  expect(Math.round(points)).toBe(score);
  await world.refuses(scoreLead, { id });
});
