import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { changeStage } from './change-stage.ts';
import { stageHistory } from './stage-history.ts';

let now = new Date('2026-11-02T09:00:00.000Z');
const world = await dealsWorld({ now: () => now });
const { run, make, refuses, stages } = world;
const after = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

test('the hours in each stage are kept to the minute', async () => {
  const { id } = await make();
  after(25.5);
  await run(changeStage, { id, stage: 'Proposal' });
  after(0.25);
  await run(changeStage, { id, stage: 'won' });
  after(100);
  const { data, current } = await run(stageHistory, { id });
  expect(data.map((one: { timeInStageHours: number }) => one.timeInStageHours)).toEqual([null, 25.5, 0.25]);
  expect(current).toMatchObject({ stage: 'Closed Won', hours: 0 });
});

test('whatever the moves and however the clock goes, each step begins where the last one ended and the hours add up', async () => {
  const open = ['Qualification', 'Discovery', 'Proposal', 'Negotiation'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ stage: fc.constantFrom(...open), hours: fc.integer({ min: -50, max: 200 }) }), {
        maxLength: 8,
      }),
      async (moves) => {
        const { id } = await make();
        for (const { stage, hours } of moves) {
          after(hours);
          await run(changeStage, { id, stage });
        }
        const { data, current } = await run(stageHistory, { id });
        for (const [index, one] of data.entries()) {
          expect(one.fromStage).toBe(index === 0 ? null : data[index - 1].toStage);
          expect(one.timeInStageHours ?? 0).toBeGreaterThanOrEqual(0);
        }
        const hours = data.reduce(
          (sum: number, one: { timeInStageHours: number | null }) => sum + (one.timeInStageHours ?? 0),
          0,
        );
        expect(hours).toBeCloseTo((Date.parse(current.since) - Date.parse(data[0].changedAt)) / 3_600_000, 2);
        expect(current.stage).toBe(data.at(-1).toStage);
      },
    ),
    { numRuns: 15 },
  );
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  expect(Object.keys(stages)).toHaveLength(6);
  await refuses(stageHistory, { id: (await make()).id });
});
