import { expect, test } from 'vitest';
import { mergingWorld } from '../merging-world.fixture.ts';
import { undoMerge } from './undo-merge.ts';

const world = await mergingWorld();
const { person, merge, unmerge, edit, read, make, run, code } = world;
const questionsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error) => error.members.questions as { key: string; options: { id: string }[] }[],
  );

test('what was one is several again, and both are as they were', async () => {
  const one = await person({ email: 'one@example.com', tags: ['a'] });
  const two = await person({ email: 'two@example.com', tags: ['b'], title: 'CTO' });
  const activity = await make('activity', { type: 'call', contactId: two.id });
  const { id } = await merge([one.id, two.id]);
  expect(await unmerge(id)).toMatchObject({ status: 'unmerged', undoneAt: expect.any(String) });
  expect(await read(one.id)).toMatchObject({ email: 'one@example.com', otherEmails: [], tags: ['a'], title: null });
  expect(await read(two.id)).toMatchObject({ email: 'two@example.com', tags: ['b'], title: 'CTO' });
  expect((await world.find('activity', activity.id)).values.contactId).toBe(world.uuid(two.id));
  expect(await world.eventTypes()).toContain('crm.contact.unmerged');
});

test('what was edited and logged since stays with the winner, but what has the address of another', async () => {
  const one = await person({ email: 'three@example.com', title: 'CEO' });
  const two = await person({ email: 'four@example.com' });
  const { id } = await merge([one.id, two.id]);
  await edit(one.id, { title: 'Chief', tags: ['new'] });
  const activity = await make('activity', { type: 'call', contactId: one.id });
  const letter = await make('communication', {
    type: 'email',
    direction: 'inbound',
    fromAddress: 'Four <four@example.com>',
    contactId: one.id,
  });
  await unmerge(id);
  expect(await read(one.id)).toMatchObject({ title: 'Chief', tags: ['new'] });
  expect(await read(two.id)).toMatchObject({ title: null, tags: [] });
  expect((await world.find('activity', activity.id)).values.contactId).toBe(world.uuid(one.id));
  expect((await world.find('communication', letter.id)).values.contactId).toBe(world.uuid(two.id));
});

test('a value that another brought and that was edited since is asked about, and goes where the answer says', async () => {
  for (const whose of [0, 1]) {
    const one = await person({ title: '' });
    const two = await person({ title: 'CTO' });
    const { id } = await merge([one.id, two.id]);
    await edit(one.id, { title: 'CTO and founder' });
    expect(await questionsOf(unmerge(id))).toMatchObject([{ key: 'title', options: [{ id: one.id }, { id: two.id }] }]);
    await unmerge(id, { title: [one.id, two.id][whose] as string });
    const titles = [(await read(one.id)).title, (await read(two.id)).title];
    expect(titles).toEqual(whose === 0 ? ['CTO and founder', 'CTO'] : [null, 'CTO and founder']);
  }
});

test('an address of another that was made the first one since is asked about: it is one person’s', async () => {
  const one = await person({ email: 'five@example.com' });
  const two = await person({ email: 'six@example.com' });
  const { id } = await merge([one.id, two.id], { strategy: 'keepWinner' });
  await edit(one.id, { email: 'six@example.com', otherEmails: ['five@example.com'] });
  const [question] = await questionsOf(unmerge(id));
  expect(question).toMatchObject({ key: 'email six@example.com', options: [{ id: one.id }, { id: two.id }] });
  await unmerge(id, { 'email six@example.com': two.id });
  expect((await read(one.id)).email).toBe('five@example.com');
  expect((await read(two.id)).email).toBe('six@example.com');
});

test('an earlier merge is taken back below a later one', async () => {
  const [one, two, three] = [await person(), await person({ title: 'CTO' }), await person({ department: 'IT' })];
  const earlier = await merge([two.id, three.id]);
  await merge([one.id, two.id]);
  expect(await read(one.id)).toMatchObject({ title: 'CTO', department: 'IT' });
  await unmerge(earlier.id);
  expect(await read(one.id)).toMatchObject({ title: 'CTO', department: null });
  expect(await read(three.id)).toMatchObject({ department: 'IT' });
});

test('taking back any change set takes back a merge as a whole, and brings it again', async () => {
  const [one, two] = [await person(), await person({ title: 'CTO', email: 'seven@example.com' })];
  const { changeSetId } = await merge([one.id, two.id]);
  const undone = await world.undo(changeSetId);
  expect((await read(two.id)).title).toBe('CTO');
  expect((await read(one.id)).title).toBeNull();
  const again = await world.undo(undone);
  expect(await read(one.id)).toMatchObject({ title: 'CTO', email: 'seven@example.com' });
  expect(await code(read(two.id))).toBe('merged');
  await world.undo(again);
  expect(await read(two.id)).toMatchObject({ title: 'CTO', email: 'seven@example.com' });
});

test('it is refused a second time, without the permissions, with a wrong answer, and to another workspace', async () => {
  const [one, two] = [await person(), await person()];
  const { id } = await merge([one.id, two.id]);
  const as = (...permissions: string[]) => code(run(undoMerge, { id }, { actor: world.actorWith(...permissions) }));
  expect(await as('contacts:write')).toBe('not_allowed');
  expect(await as('changes:undo')).toBe('not_allowed');
  expect(await code(unmerge(id, { title: 'x' }))).toBe('validation_failed');
  expect(await code(run(undoMerge, { id }, { actor: world.stranger }))).toBe('not_found');
  await unmerge(id);
  expect(await code(unmerge(id))).toBe('conflict');
});
