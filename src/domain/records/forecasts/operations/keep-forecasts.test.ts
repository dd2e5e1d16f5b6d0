import { expect, test } from 'vitest';
import { createDeal, forecastsWorld, updateDeal } from '../forecasts-world.fixture.ts';
import { keepForecasts } from './keep-forecasts.ts';

const world = await forecastsWorld('2026-11-02T09:00:00.000Z');
const { run, clock } = world;

test('nothing is kept of a workspace without deals, and what is kept is announced', async () => {
  expect(await run(keepForecasts, {})).toEqual({ day: '2026-11-02', months: 0, deals: 0 });
  expect(await world.told('crm.forecast.kept')).toEqual([{ day: '2026-11-02', months: 0, deals: 0 }]);
});

test('of months that are over nothing is expected, nor of deals that are left out of forecasts or have no day', async () => {
  await run(createDeal, { name: 'late', amount: '1', closeDate: '2026-10-31' });
  await run(createDeal, { name: 'some day', amount: '1' });
  await run(createDeal, { name: 'left out', amount: '1', closeDate: '2026-11-20', forecastCategory: 'omitted' });
  await run(createDeal, { name: 'counted', amount: '1', closeDate: '2026-11-20' });
  expect(await run(keepForecasts, {})).toEqual({ day: '2026-11-02', months: 1, deals: 1 });
});

test('the forecasts of a day are kept once, and those who keep them at once do not get in each other’s way', async () => {
  await Promise.all([run(keepForecasts, {}), run(keepForecasts, {})]);
  expect(await world.kept()).toMatchObject([{ day: '2026-11-02', deals: 1 }]);
});

test('they are kept at five to midnight where the workspace is, again while anything is expected', async () => {
  await world.settle();
  expect(await world.evenings()).toEqual(['2026-11-02T23:55:00.000Z']);
  clock.set(new Date('2026-11-02T23:55:00.000Z'));
  await world.keepInTheEvening();
  expect(await world.evenings()).toContain('2026-11-03T23:55:00.000Z');
});

test('what is expected no more is kept as nothing, once', async () => {
  const { id } = await run(createDeal, { name: 'moves on', amount: '7', closeDate: '2027-02-01' });
  await run(keepForecasts, {});
  clock.set(new Date('2026-11-03T12:00:00.000Z'));
  await run(updateDeal, { id, closeDate: '2027-03-01' });
  await run(keepForecasts, {});
  clock.set(new Date('2026-11-04T12:00:00.000Z'));
  await run(keepForecasts, {});
  const february = (await world.kept()).filter(({ month }) => month === '2027-02-01');
  expect(february).toEqual([
    { day: '2026-11-02', month: '2027-02-01', deals: 1 },
    { day: '2026-11-03', month: '2027-02-01', deals: 0 },
  ]);
});

test('it is refused without the permission and with input that it does not know, and keeps nothing of others', async () => {
  const actor = world.actorWith('deals:read');
  await expect(run(keepForecasts, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(keepForecasts, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(keepForecasts, {}, { actor: world.stranger })).toMatchObject({ months: 0, deals: 0 });
});
