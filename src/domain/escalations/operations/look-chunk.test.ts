import { expect, test } from 'vitest';
import { deal } from '#domain/records/deals';
import { sql } from '#platform/database';
import { updateOperation } from '#platform/records';
import { escalationsWorld } from '../escalations-world.fixture.ts';
import { deleteRule } from './delete-rule.ts';
import { lookChunk } from './look-chunk.ts';

const world = await escalationsWorld();
const { run, rule } = world;
const owner = await world.user();

test('a deal that stands in a stage for too long is told once a stay', async () => {
  const { id: ruleId, name } = await rule({ when: 'rotting', days: 10, filter: { amount: { gt: '5' } } });
  const made = await world.deal({ ownerId: owner, amount: '10', stage: 'Discovery' });
  await world.deal({ ownerId: owner, amount: '1', stage: 'Discovery' });
  world.at('2030-03-14T11:59:00Z');
  expect(await world.tell()).toEqual([]);
  world.at('2030-03-15T13:00:00Z');
  const because = 'In Discovery for 11 days, allowed 10 days';
  expect(await world.tell()).toEqual([{ recordId: made.id, ruleId, rule: name, userIds: [owner], because }]);
  expect(await world.tell()).toEqual([]);
  await run(updateOperation(deal), { id: made.id, stage: 'Proposal' } as never);
  expect(await world.tell()).toEqual([]);
  world.at('2030-03-25T13:00:00Z');
  expect(await world.tell()).toMatchObject([{ because: 'In Proposal for 10 days, allowed 10 days' }]);
  await run(updateOperation(deal), { id: made.id, stage: 'Closed Won' } as never);
  world.at('2030-05-01T13:00:00Z');
  expect(await world.tell()).toEqual([]);
  await run(deleteRule, { id: ruleId });
});

test('an open deal whose day is over is told, and again when another day is over', async () => {
  const { id: ruleId } = await rule({ when: 'close_date_passed' });
  const made = await world.deal({ ownerId: owner, closeDate: '2030-05-01' });
  expect(await world.tell()).toEqual([]);
  world.at('2030-05-02T00:30:00Z');
  const because = 'Expected to close on 2030-05-01, 1 day ago, and still open';
  expect(await world.tell()).toMatchObject([{ recordId: made.id, because }]);
  await run(updateOperation(deal), { id: made.id, closeDate: '2030-05-03' } as never);
  expect(await world.tell()).toEqual([]);
  world.at('2030-05-05T00:30:00Z');
  expect(await world.tell()).toMatchObject([{ recordId: made.id }]);
  await run(deleteRule, { id: ruleId });
});

test('while there are such rules the deals are looked at every hour', async () => {
  const { id } = await rule({ when: 'rotting', days: 1 });
  await run(lookChunk, {});
  const waiting = await world.database.system.rows<{ key: string }>(
    sql`select key from graphile_worker.jobs where key like 'escalations.look:%' order by key`,
  );
  expect(waiting.map(({ key }) => key.replace(`escalations.look:${world.workspaceId}:`, ''))).toEqual(
    expect.arrayContaining(['now', '2030-05-05T01:00:00.000Z']),
  );
  await run(deleteRule, { id });
});

test('it is refused without the permission, and finds nothing in another workspace', async () => {
  await world.refuses(lookChunk, {}, 'strange');
  expect(await run(lookChunk, {}, { actor: world.stranger })).toEqual({ raised: 0, next: undefined });
});
