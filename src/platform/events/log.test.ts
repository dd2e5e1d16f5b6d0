import { expect, test } from 'vitest';
import { type Cause, type EventDraft, Invocation } from '#platform/context';
import { build, type Query, type Sql, sql } from '#platform/database';
import { callWithin } from '#platform/operations';
import { testWorld } from '#platform/testing';
import {
  comparePositions,
  defineEvent,
  type EventPosition,
  eventsAfter,
  headOfLog,
  insertEvents,
  isBehind,
  positionOf,
  startOfLog,
} from './index.ts';

const world = await testWorld();
const { ports, database, workspaceId, admin } = world;
const reader = database.reader(workspaceId);
const { type } = defineEvent({ type: 'test.log.written', summary: 'Something was written.' });

/** Writes an event, and waits until no transaction of another test's holds it back. */
async function write(draft: EventDraft, cause?: Cause): Promise<void> {
  await database.write(workspaceId, async (tx) => {
    const options = { ports, actor: admin, surface: 'test', requestId: 'r', cause, sql: tx, tx, caller: callWithin };
    insertEvents(tx, new Invocation(options), [draft]);
  });
  await expect.poll(async () => isBehind(reader, await headOfLog(reader)), { timeout: 10_000 }).toBe(false);
}

test('2,500 records are three events, none with more than 1,000', async () => {
  const recordIds = Array.from({ length: 2500 }, () => ports.ids.next());
  const from = await headOfLog(reader);
  await write({ type, recordIds });
  const events = await eventsAfter(reader, from, 10);
  expect(events.map((event) => event.recordIds.length)).toEqual([1000, 1000, 500]);
  expect(events.flatMap((event) => event.recordIds)).toEqual(recordIds);
});

test('an event says who, what and because of what', async () => {
  const from = await headOfLog(reader);
  const eventId = ports.ids.next();
  await write({ type, data: { fields: ['title'] } }, { eventId, depth: 2 });
  expect(await eventsAfter(reader, from, 10)).toMatchObject([
    { type, data: { fields: ['title'] }, actorType: 'user', actorId: admin.id, causeId: eventId, depth: 3 },
  ]);
});

test('an undeclared event and a ninth link of a chain are mistakes, and nothing is written', async () => {
  const from = await headOfLog(reader);
  await expect(write({ type: 'test.log.unknown' })).rejects.toThrow(/not declared/);
  await expect(write({ type }, { eventId: ports.ids.next(), depth: 8 })).rejects.toThrow(/cut at depth 8/);
  expect(await isBehind(reader, from)).toBe(false);
});

test('what a reader does not hear comes as a shell, so that it moves past it', async () => {
  const from = await headOfLog(reader);
  await write({ type, recordIds: [ports.ids.next()], data: { a: 1 } });
  expect(await eventsAfter(reader, from, 10, ['test.log.other'])).toMatchObject([{ type, recordIds: [], data: {} }]);
  expect(await eventsAfter(reader, from, 10, [type])).toMatchObject([
    { recordIds: [expect.any(String)], data: { a: 1 } },
  ]);
});

test('places are compared as the log is ordered: by number, not by text', async () => {
  for (let i = 0; i < 12; i++) await write({ type });
  const places = (await eventsAfter(reader, startOfLog, 100)).map(positionOf);
  expect([...places].sort(comparePositions)).toEqual(places);
  const [early, late]: EventPosition[] = [
    { ...startOfLog, xid: '999' },
    { ...startOfLog, xid: '1000' },
  ];
  expect(comparePositions(early as EventPosition, late as EventPosition)).toBeLessThan(0);
});

test('another workspace reads none of it', async () => {
  expect(await eventsAfter(database.reader(world.stranger.workspaceId), startOfLog, 10)).toEqual([]);
});

test('the log is read by its index in every month, under row-level security', async () => {
  const plan: string[] = [];
  const explaining = {
    async rows(query: Query<unknown>) {
      const { sql: text, parameters } = query.compile(build);
      const pieces = text.split(/\$\d+/);
      const literal = (value: unknown) => (typeof value === 'number' ? String(value) : `'${value}'`);
      const explained = pieces
        .map((piece, at) => piece + (at < parameters.length ? literal(parameters[at]) : ''))
        .join('');
      const rows = await database.write(workspaceId, async (tx) => {
        await tx.rows(sql`set local enable_seqscan = off`);
        return tx.rows<{ 'QUERY PLAN': string }>(sql`explain ${sql.raw(explained)}`);
      });
      plan.push(...rows.map((row) => row['QUERY PLAN']));
      return [];
    },
  } as unknown as Sql;
  await eventsAfter(explaining, startOfLog, 200);
  const indexed = plan.filter((line) => /Index Cond:.*ROW\(epoch, xid, id\) >/.test(line));
  expect(indexed.length).toBeGreaterThan(5);
  expect(plan.filter((line) => /Seq Scan|Bitmap|-> +Sort/.test(line))).toEqual([]);
});
