import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { previewAccountMerge } from './preview-account-merge.ts';

const world = await mergingWorld();
const { company, run } = world;

test('it shows what companies would become', async () => {
  const [one, two] = [await company({ name: 'Ada' }), await company({ name: 'Ada GmbH', industry: 'Software' })];
  const { fields } = await run(previewAccountMerge, { ids: [one.id, two.id] });
  const values = Object.fromEntries(fields.map((row: { field: string; value: unknown }) => [row.field, row.value]));
  expect(values).toMatchObject({ name: 'Ada', industry: 'Software' });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await refusalsIn(world)(previewAccountMerge, { ids: [(await company()).id, (await company()).id] });
});
