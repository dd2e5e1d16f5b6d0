import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const changed = new Set(['stageId']);
const after = { stageId: 'b', stage: 'B', stageSince: '2026-01-03T00:00:00.000Z' };

test('a new deal comes to its stage, and one that is moved comes from another', () => {
  const before = { stageId: 'a', stage: 'A', stageSince: '2026-01-01T12:00:00.000Z' };
  expect(stepsOf([{ id: '1', before: undefined, after, changed }])).toMatchObject([{ fromStage: null, hours: null }]);
  expect(stepsOf([{ id: '1', before, after, changed }])).toMatchObject([{ fromStage: 'A', toStage: 'B', hours: 36 }]);
  expect(stepsOf([{ id: '1', before, after, changed: new Set(['name']) }])).toEqual([]);
});

test('a deal that comes with a past has been through all of it', () => {
  const past = [
    { stageId: 'x', stage: 'X', at: new Date('2026-01-01T00:00:00Z') },
    { stageId: 'y', stage: 'Y', at: new Date('2026-01-02T00:00:00Z') },
  ];
  expect(stepsOf([{ id: '1', before: undefined, after, changed, past }])).toMatchObject([
    { fromStage: null, toStage: 'X', hours: null },
    { fromStageId: 'x', toStageId: 'y', hours: 24 },
    { fromStage: 'Y', toStage: 'B', changedAt: '2026-01-03T00:00:00.000Z', hours: 24 },
  ]);
});
