import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { updateFile } from './update-file.ts';

const world = await filesWorld();
const { run, upload, person, colleague, refuses } = world;

test('a file is renamed safely and given another type, which is told', async () => {
  const { id } = await upload('x');
  expect(await run(updateFile, { id, name: '../offer.pdf', documentType: 'proposal' } as never)).toMatchObject({
    name: 'offer.pdf',
    documentType: 'proposal',
    contentType: 'text/plain',
  });
  expect(await world.eventTypes()).toContain('crm.file.updated');
});

test('a name that is taken, another record, and what is not theirs to change are refused', async () => {
  const first = await upload('x', { name: 'a' });
  const { id } = await upload('x', { recordId: first.recordId, name: 'b' });
  await expect(run(updateFile, { id, name: 'A' } as never)).rejects.toMatchObject({ code: 'conflict' });
  for (const one of [{ recordId: (await person()).id }, { size: 5 }, { access: 'owner' }, { checksum: 'x' }])
    await expect(run(updateFile, { id, ...one } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const { actor } = await colleague('Bo');
  expect(await run(updateFile, { id, description: 'mine too' } as never, { actor })).toMatchObject({ version: 2 });
  await expect(run(updateFile, { id, deleteAfter: '2999-01-01' } as never, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  const hidden = await upload('x', { access: 'owner' });
  await expect(run(updateFile, { id: hidden.id, name: 'x' } as never, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await refuses(updateFile, { id, name: 'c' });
});
