import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { getFile } from './get-file.ts';

const world = await filesWorld();
const { run, upload, colleague, refuses } = world;

test('one file comes with what is known of it, to whoever may read it', async () => {
  const made = await upload('x', { access: 'owner' });
  expect(await run(getFile, { id: made.id })).toEqual(made);
  const bo = await colleague('Bo');
  await expect(run(getFile, { id: made.id }, { actor: bo.actor })).rejects.toMatchObject({ code: 'not_allowed' });
  const open = await upload('x');
  expect(await run(getFile, { id: open.id }, { actor: bo.actor })).toEqual(open);
  await refuses(getFile, { id: made.id });
});
