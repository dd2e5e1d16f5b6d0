import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { renewals } from '../renewals.fixture.ts';
import { changeStage } from './change-stage.ts';
import { pipelineMetrics } from './pipeline-metrics.ts';

let now = new Date('2026-11-02T09:00:00.000Z');
const world = await dealsWorld({ now: () => now });
const { run, make, refuses } = world;
const { id } = await run(renewals, {});
const after = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const [first, second, third] = [
  await make({ pipelineId: id, amount: '100.01', closeDate: '2026-12-01' }),
  await make({ pipelineId: id, amount: '0.02' }),
  await make({ pipelineId: id, amount: '7' }),
];
await make({ pipelineId: id, amount: '50', closeDate: '2026-12-24' });
await make({ pipelineId: id, amount: '5', currency: 'EUR' });
await make({ name: 'elsewhere', amount: '1000000' });
after(10);
await run(changeStage, { id: first.id, stage: 'Offer' });
after(20);
await run(changeStage, { id: first.id, stage: 'Yes' });
await run(changeStage, { id: second.id, stage: 'Yes' });
await run(changeStage, { id: third.id, stage: 'No', lostReason: 'Price' });

test('the numbers are right to the cent and the hour', async () => {
  expect(await run(pipelineMetrics, { id })).toMatchObject({
    pipeline: { id, name: 'Renewals' },
    currency: 'USD',
    open: { count: 2, amount: '50.00', weighted: '16.50', rotting: 0 },
    won: { count: 2, amount: '100.03' },
    lost: { count: 1, amount: '7.00', reasons: [{ reason: 'Price', count: 1, amount: '7.00' }] },
    winRate: 0.6667,
    averageWon: '50.02',
    averageCycleHours: 30,
    averageCycleHoursLost: 30,
    unvalued: 1,
  });
});

test('conversion counts how many came to a stage, or past it, and how many came further', async () => {
  const { conversion } = await run(pipelineMetrics, { id });
  expect(conversion).toMatchObject([
    { stage: 'Talk', reached: 5, further: 2, rate: 0.4 },
    { stage: 'Offer', reached: 2, further: 2, rate: 1 },
  ]);
});

test('open deals are expected by month and category', async () => {
  const { forecast } = await run(pipelineMetrics, { id });
  expect(forecast).toEqual([
    { month: '2026-12', count: 1, amount: '50.00', weighted: '16.50', categories: { pipeline: '50.00' } },
    { month: null, count: 1, amount: '0.00', weighted: '0.00', categories: { pipeline: '0.00' } },
  ]);
});

test('a time holds for what was closed in it, and deals are found lying', async () => {
  after(24 * 6);
  expect(await run(pipelineMetrics, { id, from: '2026-11-05' })).toMatchObject({
    won: { count: 0 },
    winRate: null,
    open: { count: 2, rotting: 2 },
  });
  expect(await run(pipelineMetrics, { id, to: '2026-11-05' })).toMatchObject({ won: { count: 2 } });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await expect(run(pipelineMetrics, { id, from: 'then' })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(pipelineMetrics, { id });
});
