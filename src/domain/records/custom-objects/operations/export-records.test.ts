import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { objectsWorld } from '../objects-world.fixture.ts';
import { exportRecords } from './export-records.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('a list is exported as CSV under the labels of its fields, and no cell is a formula', async () => {
  await make({ name: '=1+1', customFields: { budget: '12.5' } });
  const file = (await run(exportRecords, { object: 'project', fields: 'name,custom.budget' } as never)) as FileAnswer;
  let text = '';
  for await (const chunk of file.chunks) text += chunk;
  expect(file.fileName).toMatch(/^projects-/);
  expect(text).toMatch(/^\uFEFFID,Name,Field\r\nproj_[0-9a-f]{32},'=1\+1,12.50\r\n$/);
  await refuses(exportRecords, { object: 'project' });
});
