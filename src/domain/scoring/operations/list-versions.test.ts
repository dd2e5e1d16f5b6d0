import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { editModel } from './edit-model.ts';
import { listVersions } from './list-versions.ts';

const world = await scoringWorld();

test('every version of the model is kept, with what it changed', async () => {
  const { id } = await world.draft();
  await world.run(editModel, { id, config: { activityWindowDays: 120 } });
  await world.run(editModel, { id, name: 'Only another name' });
  await world.run(editModel, { id, config: { grades: { A: 95, B: 70, C: 50, D: 30 } } });
  const { data } = await world.run(listVersions, { id });
  expect(
    data.map(({ version, sections }: { version: number; sections: string[] }) => [version, sections.sort()]),
  ).toEqual([
    [4, ['activityWindowDays', 'grades']],
    [2, ['activityWindowDays']],
    [1, []],
  ]);
  expect(data[1].config).toMatchObject({ activityWindowDays: 120 });
  await refusalsIn(world)(listVersions, { id });
});
