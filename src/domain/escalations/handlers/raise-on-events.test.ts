import { expect, test } from 'vitest';
import { deal } from '#domain/records/deals';
import { task } from '#domain/records/tasks';
import { listOperation, updateOperation } from '#platform/records';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { listEscalations } from '../operations/list-escalations.ts';
import { updateRule } from '../operations/update-rule.ts';

const world = await escalationsWorld();
const { run, rule } = world;
const boss = await world.user({ role: 'manager' });
const rep = await world.user({ managerId: boss });

test('a large deal that comes to a stage is told to the owner and whom they report to, once, with a task and the reason', async () => {
  const made = await rule({
    when: 'event',
    event: 'deal.stage_changed',
    data: { toStage: 'Negotiation' },
    filter: { amount: { gte: '50000' } },
    tell: { owner: true, manager: true, userIds: [boss] },
    task: { subject: 'Look at {name}', dueInDays: 2 },
  });
  const large = await world.deal({ ownerId: rep, amount: '60000' });
  const small = await world.deal({ ownerId: rep, amount: '49999.99' });
  for (const { id } of [large, small]) await run(updateOperation(deal), { id, stage: 'Negotiation' } as never);
  const because = 'A deal came to another stage, where Amount is at least 50000';
  expect(await world.tell()).toEqual([
    { recordId: large.id, ruleId: made.id, rule: made.name, userIds: [rep, boss], because },
  ]);
  expect(await world.tell()).toEqual([]);
  const tasks = (await run(listOperation(task), {})).data;
  expect(tasks.map((one: { assigneeId: string }) => one.assigneeId).sort()).toEqual([rep, boss].sort());
  expect(tasks[0]).toMatchObject({ subject: 'Look at Licences', dueOn: '2030-03-06', dealId: large.id, ruleId: null });
  expect((await run(listEscalations, { recordId: large.id })).data).toMatchObject([
    { ruleId: made.id, rule: made.name, recordId: large.id, userIds: [rep, boss], because },
  ]);
  await run(updateOperation(deal), { id: large.id, stage: 'Proposal' } as never);
  await run(updateOperation(deal), { id: large.id, stage: 'Negotiation' } as never);
  expect(await world.tell()).toMatchObject([{ recordId: large.id }]);
  await run(updateRule, { id: made.id, enabled: false } as never);
  await run(updateOperation(deal), { id: small.id, amount: '70000', stage: 'Proposal' } as never);
  await run(updateOperation(deal), { id: small.id, stage: 'Negotiation' } as never);
  expect(await world.tell()).toEqual([]);
});

test('what nobody owns is told to those who are named, and to a role', async () => {
  await rule({ when: 'event', event: 'deal.lost', tell: { owner: true, manager: true, roles: ['manager'] } });
  const { id } = await world.deal();
  await run(updateOperation(deal), { id, stage: 'Closed Lost', lostReason: 'Price' } as never);
  expect(await world.tell()).toMatchObject([{ recordId: id, userIds: [boss] }]);
});
