import { expect, test } from 'vitest';
import { completeStages, shippedStages } from './stages.ts';

let made = 0;
const newId = () => `sg_${++made}`;
const stages = completeStages(shippedStages, [], newId);

test('a list of stages is completed: order, probability, color, category', () => {
  expect(
    stages.map(({ order, probability, kind, forecastCategory }) => [order, probability, kind, forecastCategory]),
  ).toEqual([
    [1, 10, 'open', 'pipeline'],
    [2, 25, 'open', 'pipeline'],
    [3, 50, 'open', 'best_case'],
    [4, 75, 'open', 'commit'],
    [5, 100, 'won', 'closed'],
    [6, 0, 'lost', 'omitted'],
  ]);
});

test('known stages keep their ids and what is not said of them', () => {
  const renamed = stages.map(({ id, name }) => ({ id, name: name === 'Discovery' ? 'Talks' : name }));
  const after = completeStages([...renamed, { name: 'Pilot' }], stages, newId);
  expect(after.slice(0, 6)).toEqual(stages.map((one) => (one.name === 'Discovery' ? { ...one, name: 'Talks' } : one)));
  expect(after[6]).toMatchObject({ name: 'Pilot', kind: 'open', order: 7 });
});

test.each([
  [
    'no open stage',
    [
      { name: 'W', kind: 'won' as const },
      { name: 'L', kind: 'lost' as const },
    ],
  ],
  ['no lost stage', [{ name: 'A' }, { name: 'W', kind: 'won' as const }]],
  ['two of one name', [...shippedStages, { name: 'discovery' }]],
  ['an empty name', [...shippedStages, { name: ' ' }]],
  ['a stage of another pipeline', [...shippedStages, { id: 'sg_x', name: 'Foreign' }]],
])('%s is refused', (_what, drafts) => {
  expect(() => completeStages(drafts, [], newId)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
});
