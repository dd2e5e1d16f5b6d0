import { expect, test } from 'vitest';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { listEscalations } from './list-escalations.ts';

const world = await escalationsWorld();
const { run, rule } = world;

test('what was told is listed page by page, the latest first, and only what somebody may read', async () => {
  const { id: ruleId } = await rule({ when: 'close_date_passed', tell: { roles: ['manager'] } });
  const deals = [];
  for (const closeDate of ['2030-03-01', '2030-03-02']) deals.push((await world.deal({ closeDate })).id);
  await world.tell();
  const first = await run(listEscalations, { limit: 1 });
  const second = await run(listEscalations, { limit: 1, cursor: first.page.next, ruleId });
  const listed = [...first.data, ...second.data].map((one: { recordId: string }) => one.recordId);
  expect(listed.sort()).toEqual(deals.sort());
  expect([second.page, first.data[0].userIds]).toEqual([{}, []]);
  const actor = world.actorWith('escalationRules:read');
  expect((await run(listEscalations, {}, { actor })).data).toEqual([]);
  expect((await run(listEscalations, {}, { actor: world.stranger })).data).toEqual([]);
});

test('it is refused without the permission, and with what it does not know', async () => {
  await world.refuses(listEscalations, {}, 'strange');
});
