import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { tryRules } from './try-rules.ts';

const world = await routingWorld();

test('trying says who would get it and takes no turn', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const members = [{ userId: bo.id }, { userId: cy.id }];
  const rule = await world.make({ conditions: { country: { eq: 'DE' } }, action: { kind: 'roundRobin', members } });
  const tried = () => world.run(tryRules, { values: { country: 'DE' } });
  const answer = { ownerId: bo.id, ruleId: rule.id, because: 'Rule “All” (Country is DE): it is the turn of Bo.' };
  expect([await tried(), await tried()]).toMatchObject([answer, answer]);
  expect(await world.run(tryRules, { values: { country: 'FR' } })).toMatchObject({
    ownerId: null,
    because: 'No routing rule is for it.',
  });
  await world.refuses(tryRules, { values: {} }, 'strange');
});

test('without a rule that is said', async () => {
  expect(await world.run(tryRules, { values: {} }, { actor: world.stranger })).toMatchObject({
    because: 'There is no active routing rule.',
  });
});
