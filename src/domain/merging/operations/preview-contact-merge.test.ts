import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { previewContactMerge } from './preview-contact-merge.ts';

const world = await mergingWorld();
const { person, run, read, make } = world;

test('it shows what the result would be, why, and what would move, and writes nothing', async () => {
  const one = await person({ title: 'CEO', tags: ['a'] });
  const two = await person({ lastName: 'Silva', title: 'Chief', tags: ['b'] });
  await make('activity', { type: 'call', contactId: two.id });
  const shown = await run(previewContactMerge, { ids: [one.id, two.id], fields: { title: two.id } });
  const row = (name: string) => shown.fields.find(({ field }: { field: string }) => field === name);
  expect(row('title')).toMatchObject({ value: 'Chief', from: two.id, why: 'chosen', changes: true });
  expect(row('lastName')).toMatchObject({ value: 'Silva', from: two.id, why: 'onlyOne' });
  expect(row('firstName')).toMatchObject({ value: 'Ana', from: one.id, why: 'mostComplete', changes: false });
  expect(row('tags')).toMatchObject({ value: ['a', 'b'], from: null, why: 'union' });
  expect(row('title').values).toEqual([
    { recordId: one.id, value: 'CEO' },
    { recordId: two.id, value: 'Chief' },
  ]);
  expect(shown.moves).toEqual([{ object: 'activity', count: 1 }]);
  expect(await read(one.id)).toMatchObject({ title: 'CEO', lastName: null });
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await refusalsIn(world)(previewContactMerge, { ids: [(await person()).id, (await person()).id] });
});
