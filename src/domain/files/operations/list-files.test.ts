import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { listFiles } from './list-files.ts';

const world = await filesWorld();
const { run, upload, colleague } = world;

test('a record has its files, and what one may not read is not among them', async () => {
  const first = await upload('a', { name: 'a.txt' });
  await upload('b', { recordId: first.recordId, name: 'b.txt', access: 'owner' });
  await upload('c', { name: 'c.txt' });
  const names = async (input: object, actor = world.admin) =>
    (await run(listFiles, { sort: 'name', ...input }, { actor })).data.map((one: { name: string }) => one.name);
  expect(await names({ of: first.recordId })).toEqual(['a.txt', 'b.txt']);
  expect(await names({ of: first.recordId }, (await colleague('Bo')).actor)).toEqual(['a.txt']);
  expect(await names({ filter: { documentType: { eq: 'image' } } })).toEqual([]);
  expect(await names({}, world.actorWith('files:read'))).toEqual([]);
  expect(await names({}, world.stranger)).toEqual([]);
});

test('it is refused without the permission and with mistakes', async () => {
  await expect(run(listFiles, {}, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(listFiles, { of: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
