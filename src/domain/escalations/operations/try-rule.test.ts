import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { listEscalations } from './list-escalations.ts';
import { tryRule } from './try-rule.ts';

const world = await escalationsWorld();
const { run, rule, refuses } = world;
const owner = await world.user();
const made = await world.deal({ ownerId: owner, amount: '10', closeDate: '2030-03-01' });

test('a rule says whom it would tell of what, and whether it has; nobody is told by that', async () => {
  const { id } = await rule({ when: 'close_date_passed', days: 1 });
  const found = {
    recordId: made.id,
    userIds: [owner],
    because: 'Expected to close on 2030-03-01, 3 days ago, and still open',
  };
  expect(await run(tryRule, { id })).toEqual({ data: [{ ...found, told: false }], more: false });
  expect((await run(listEscalations, {})).data).toEqual([]);
  await world.tell();
  expect((await run(tryRule, { id })).data).toEqual([{ ...found, told: true }]);
});

test('a rule that waits for an event is tried with a record', async () => {
  const { id } = await rule({ when: 'event', event: 'deal.lost', filter: { amount: { gt: '5' } } });
  expect((await run(tryRule, { id, recordId: made.id })).data).toMatchObject([{ userIds: [owner], told: false }]);
  const small = await world.deal({ amount: '1' });
  expect((await run(tryRule, { id, recordId: small.id })).data).toEqual([]);
  for (const recordId of [undefined, `ct_${'0'.repeat(32)}`])
    await expect(run(tryRule, { id, recordId })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(tryRule, { id, recordId: made.id });
});

test('who may not read deals learns nothing of them', async () => {
  const { id } = await rule({ when: 'rotting' });
  const actor = world.actorWith('escalationRules:read');
  await expect(run(tryRule, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
