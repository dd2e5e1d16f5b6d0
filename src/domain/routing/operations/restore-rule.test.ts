import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { deleteRule } from './delete-rule.ts';
import { restoreRule } from './restore-rule.ts';

const world = await routingWorld();

test('a rule that was brought back is asked again, and that is told', async () => {
  const { id } = await world.make();
  await world.run(deleteRule, { id });
  await world.run(restoreRule, { id });
  expect((await world.capture()).ownerId).toMatch(/^us_/);
  expect(await world.eventTypes()).toContain('crm.routing_rule.restored');
  await world.refuses(restoreRule, { id });
});
