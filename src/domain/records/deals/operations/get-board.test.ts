import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { listOperation } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { renewals } from '../renewals.fixture.ts';
import { changeStage } from './change-stage.ts';
import { getBoard } from './get-board.ts';
import { listDeals } from './list-deals.ts';

let now = new Date('2026-11-02T09:00:00.000Z');
const world = await dealsWorld({ now: () => now });
const { run, make, refuses, stages } = world;
const made: Record<string, string> = {};
for (const [name, stage, amount] of [
  ['a', 'Qualification', '100.10'],
  ['b', 'Qualification', '0.05'],
  ['c', 'Qualification', null],
  ['d', 'Negotiation', '10'],
  ['e', 'Negotiation', '5'],
] as const) {
  made[name] = (await make({ name, stage, amount, currency: name === 'e' ? 'EUR' : 'USD' })).id;
  now = new Date(now.getTime() + 1000);
}
interface Column {
  stage: { id: string; name: string };
  deals: { id: string; name: string; rotting: boolean }[];
  next: string | null;
}
const names = (column: Column) => column.deals.map((one) => one.name).join('');

test('a board has a column for each stage, with count and sums to the cent, and the latest cards first', async () => {
  const { pipeline, currency, columns } = await run(getBoard, {});
  expect([pipeline.name, currency, columns.length]).toEqual(['Sales', 'USD', 6]);
  expect(columns[0]).toMatchObject({ count: 3, amount: '100.15', weighted: '10.02', unvalued: 0, next: null });
  expect(columns[3]).toMatchObject({ count: 2, amount: '10.00', weighted: '7.50', unvalued: 1 });
  expect(columns.map(names)).toEqual(['cba', '', '', 'ed', '', '']);
  expect(columns[0].deals[0]).toMatchObject({ id: made.c, stageId: stages.Qualification, version: 1, rotting: false });
});

test('a column goes on where it stopped', async () => {
  const { columns } = await run(getBoard, { limit: 2 });
  expect([names(columns[0]), columns[0].count]).toEqual(['cb', 3]);
  const more = await run(getBoard, { stageId: columns[0].stage.id, cursor: columns[0].next, limit: 2 });
  expect([more.columns.length, names(more.columns[0]), more.columns[0].next]).toEqual([1, 'a', null]);
});

test('a filter and a search hold for cards and sums alike', async () => {
  const { columns } = await run(getBoard, { filter: { amount: { gt: '1' } } });
  expect(columns.map((one: { count: number }) => one.count)).toEqual([1, 0, 0, 1, 0, 0]);
  await world.handle((await import('#platform/search')).searchHandler());
  const found = await run(getBoard, { q: 'b' });
  expect([found.columns[0].count, names(found.columns[0])]).toEqual([1, 'b']);
});

test('a card that has been left lying is marked, and one that is moved is not any more', async () => {
  now = new Date(now.getTime() + 15 * 86_400_000);
  const marks = async () =>
    (await run(getBoard, { stageId: stages.Negotiation })).columns[0].deals.map(
      (one: { rotting: boolean }) => one.rotting,
    );
  expect(await marks()).toEqual([true, true]);
  await run(changeStage, { id: made.e ?? '', stage: 'Proposal' });
  await run(changeStage, { id: made.e ?? '', stage: 'Negotiation' });
  expect(await marks()).toEqual([false, true]);
});

test('lists and the board are narrowed to what has been left lying, and to what has not', async () => {
  const counts = async (filter: object) =>
    (await run(getBoard, { filter } as never)).columns.map((one: { count: number }) => one.count).join('');
  expect(await counts({ rotting: { eq: true } })).toBe('000100');
  for (const fresh of [{ ne: true }, { eq: false }]) expect(await counts({ rotting: fresh })).toBe('300100');
  const { data } = await run(listDeals, { filter: { rotting: { eq: true } }, sort: 'name' });
  expect(data.map((one: { name: string }) => one.name).join('')).toBe('d');
  for (const filter of [{ rotting: { eq: 'much' } }, { rotting: { lt: 1 } }])
    await expect(run(listDeals, { filter })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listOperation(contact), { filter: { rotting: { eq: true } } })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('another pipeline has a board of its own; mistakes, a missing permission and another workspace are refused', async () => {
  const other = await run(renewals, {});
  expect((await run(getBoard, { pipelineId: other.id })).columns).toHaveLength(4);
  await expect(run(getBoard, { cursor: 'x' })).rejects.toMatchObject({ code: 'bad_request' });
  await expect(run(getBoard, { cursor: 'x', stageId: stages.Proposal })).rejects.toMatchObject({ code: 'bad_request' });
  await expect(run(getBoard, { filter: { nothing: { eq: 1 } } })).rejects.toMatchObject({ code: 'unknown_field' });
  await refuses(getBoard, { pipelineId: other.id });
});
