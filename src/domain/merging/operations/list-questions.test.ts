import { expect, test } from 'vitest';
import { mergingWorld } from '../merging-world.fixture.ts';
import { listQuestions } from './list-questions.ts';

const world = await mergingWorld();
const { person, merge, edit, run, code, unmerge } = world;

test('it says what has to be decided before a merge is undone, and writes nothing', async () => {
  const [one, two] = [await person({ firstName: 'Ana' }), await person({ firstName: 'Bo', title: 'CTO' })];
  const { id } = await merge([one.id, two.id], { strategy: 'keepWinner' });
  expect((await run(listQuestions, { id })).data).toEqual([]);
  await edit(one.id, { title: 'CIO' });
  const options = [
    { id: one.id, name: 'Ana' },
    { id: two.id, name: 'Bo' },
  ];
  expect((await run(listQuestions, { id })).data).toMatchObject([{ key: 'title', value: 'CIO', options }]);
  await unmerge(id, { title: one.id });
  expect(await code(run(listQuestions, { id }))).toBe('conflict');
});

test('it is refused without the permissions, and to another workspace', async () => {
  const { id } = await merge([(await person()).id, (await person()).id]);
  for (const permission of ['changes:undo', 'contacts:write'])
    expect(await code(run(listQuestions, { id }, { actor: world.actorWith(permission) }))).toBe('not_allowed');
  expect(await code(run(listQuestions, { id }, { actor: world.stranger }))).toBe('not_found');
});
