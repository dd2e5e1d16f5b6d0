import { expect, test } from 'vitest';
import { createAccount, createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { countGrades } from './grades.ts';

test('the grade stands with the contact, and contacts are counted by it', async () => {
  const world = await scoringWorld();
  const company = await world.run(createAccount, { name: 'Ada GmbH', industry: 'Software', employeeCount: 400 });
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO', accountId: company.id });
  await world.run(createContact, { firstName: 'Bo' });
  await world.settle();
  expect(await countGrades(world.ports)).toEqual({ A: 0, B: 0, C: 0, D: 1, F: 1 });
  for (const type of ['demo_request', 'trial_signup', 'meeting', 'meeting'])
    await world.run(logActivity, { type, contactId: id });
  await world.settle();
  expect(await countGrades(world.ports)).toEqual({ A: 0, B: 1, C: 0, D: 0, F: 1 });
});
