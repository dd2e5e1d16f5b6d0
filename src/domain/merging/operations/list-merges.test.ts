import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { getMerge } from './get-merge.ts';
import { listMerges } from './list-merges.ts';

const world = await mergingWorld();
const { person, merge, run, code } = world;
const people = [await person(), await person(), await person(), await person()];
const [first, second, third, fourth] = people.map(({ id }) => id) as [string, string, string, string];
const older = await merge([first, second]);
const newer = await merge([third, fourth]);

const idsOf = (answer: { data: { id: string }[] }) => answer.data.map(({ id }) => id);

test('merges come newest first, page by page, or those of one record on either side', async () => {
  expect(idsOf(await run(listMerges, {}))).toEqual([newer.id, older.id]);
  const page = await run(listMerges, { limit: 1 });
  expect(idsOf(await run(listMerges, { cursor: page.page.next }))).toEqual([older.id]);
  expect(idsOf(await run(listMerges, { recordId: second }))).toEqual([older.id]);
  expect(idsOf(await run(listMerges, { recordId: first }))).toEqual([older.id]);
  expect(await run(listMerges, { object: 'account' })).toEqual({ data: [], page: {} });
  expect(await run(getMerge, { id: older.id })).toEqual(older);
});

test('they are for whoever may read what was merged', async () => {
  await refusalsIn(world)(listMerges, {}, 'strange');
  const actor = world.actorWith('contacts:read');
  expect(await code(run(listMerges, { object: 'account' }, { actor }))).toBe('not_allowed');
  expect(await code(run(listMerges, { recordId: world.userId }))).toBe('validation_failed');
  expect(await run(listMerges, {}, { actor: world.stranger })).toEqual({ data: [], page: {} });
});
