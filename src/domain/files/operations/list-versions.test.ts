import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { listVersions } from './list-versions.ts';

const world = await filesWorld();
const { run, upload, colleague, refuses } = world;

test('the versions of a file come newest first, with their checksums', async () => {
  const { id, recordId } = await upload('one', { name: 'a', access: 'owner' });
  const second = await upload('two', { recordId, name: 'a' });
  const { data } = await run(listVersions, { id });
  expect(data).toMatchObject([{ number: 2, checksum: second.checksum }, { number: 1 }]);
  expect(JSON.stringify(data)).not.toMatch(/store/i);
  const { actor } = await colleague('Bo');
  await expect(run(listVersions, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await refuses(listVersions, { id });
});
