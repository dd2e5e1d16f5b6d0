import { expect, test } from 'vitest';
import { changeStage, createDeal, forecastsWorld, updateDeal } from '../forecasts-world.fixture.ts';
import { forecastMoves } from './forecast-moves.ts';
import { keepForecasts } from './keep-forecasts.ts';

const world = await forecastsWorld('2026-12-01T12:00:00.000Z');
const { run, clock, pipelineId: id } = world;
const day = async (number: number) => clock.set(new Date(Date.UTC(2026, 11, number, 12)));

const [rep, other] = [await world.rep('one'), await world.rep('two')];
const make = (values: object) =>
  run(createDeal, { name: 'Rollout', closeDate: '2026-12-20', amount: '100.00', ...values } as never);
const committed = await make({ ownerId: rep.user, forecastCategory: 'commit', probability: 80 });
const hoped = await make({ ownerId: other.user, forecastCategory: 'best_case', probability: 50, amount: '10.10' });
await run(keepForecasts, {});
await day(2);
await run(updateDeal, { id: hoped.id, closeDate: '2027-01-10' });
await run(keepForecasts, {});
await day(3);
await run(changeStage, { id: committed.id, stage: 'Closed won' });

test('a month is told as it stood day by day, with how it moved, and as it stands now', async () => {
  const { month, now, data } = await run(forecastMoves, { id });
  expect(month).toBe('2026-12');
  expect(now).toMatchObject({
    day: '2026-12-03',
    commit: '0.00',
    closed: '100.00',
    expected: '100.00',
    moved: '20.00',
  });
  expect(data).toMatchObject([
    { day: '2026-12-02', commit: '100.00', bestCase: '0.00', weighted: '80.00', moved: '-5.05', deals: 1 },
    {
      day: '2026-12-01',
      commit: '100.00',
      bestCase: '10.10',
      closed: '0.00',
      expected: '85.05',
      moved: null,
      deals: 2,
    },
  ]);
});

test('another month, one owner and fewer days are told alone', async () => {
  expect((await run(forecastMoves, { id, month: '2027-01' })).data).toMatchObject([{ bestCase: '10.10' }]);
  const own = await run(forecastMoves, { id, ownerId: other.user, limit: 1 });
  expect(own.data).toMatchObject([{ day: '2026-12-02', bestCase: '0.00', moved: '-5.05' }]);
  expect(await run(forecastMoves, { id, month: '2026-10' })).toMatchObject({ now: null, data: [] });
});

test('who sees the deals of some sees the forecast of those, then as now', async () => {
  const { now, data } = await run(forecastMoves, { id }, { actor: other.actor });
  expect(now).toMatchObject({ closed: '0.00', deals: 0 });
  expect(data.at(-1)).toMatchObject({ commit: '0.00', bestCase: '10.10', deals: 1 });
});

test('a currency is told beside its amounts, and not compared with another', async () => {
  await run(keepForecasts, {});
  await world.useCurrency('EUR');
  await day(4);
  const { now, data } = await run(forecastMoves, { id });
  expect(now).toMatchObject({ currency: 'EUR', moved: null });
  expect(data[0]).toMatchObject({ currency: 'USD', closed: '100.00' });
});

test('it is refused without the permission, with a wrong month, and to another workspace', async () => {
  await expect(run(forecastMoves, { id, month: '2026-13' })).rejects.toMatchObject({ code: 'validation_failed' });
  await world.refuses(forecastMoves, { id });
});
