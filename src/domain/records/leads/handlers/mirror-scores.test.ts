import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { scoringModule } from '#domain/scoring';
import { updateOperation } from '#platform/records';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLead } from '../operations/get-lead.ts';
import { mirrorScores } from './mirror-scores.ts';

const world = await leadsWorld();
const settle = async () => {
  await world.handle(...(scoringModule.handlers ?? []));
  await world.handle(mirrorScores);
};

test('a lead shows the score that its contact has now, without a new version', async () => {
  const { id, contactId, score } = await world.make({ title: 'Clerk' });
  await settle();
  await world.run(updateOperation(contact), { id: contactId, title: 'CEO' } as never);
  await settle();
  const after = await world.run(getLead, { id });
  expect(after.score).toBeGreaterThan(score);
  expect(after.version).toBe(1);
  expect(after.priority).toBeGreaterThan(after.score * 1e10);
});

test('the scores of other leads stay', async () => {
  const [one, other] = [await world.make({ firstName: 'Bo' }), await world.make({ firstName: 'Cy' })];
  await world.run(updateOperation(contact), { id: one.contactId, title: 'CEO' } as never);
  await settle();
  expect((await world.run(getLead, { id: other.id })).score).toBe(other.score);
});
