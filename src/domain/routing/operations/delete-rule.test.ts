import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { deleteRule } from './delete-rule.ts';

const world = await routingWorld();

test('a deleted rule is not asked any more, and that is told', async () => {
  const { id } = await world.make();
  await world.refuses(deleteRule, { id });
  await world.run(deleteRule, { id });
  expect((await world.capture()).ownerId).toBeNull();
  expect(await world.eventTypes()).toContain('crm.routing_rule.deleted');
});
