import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { getFile } from './get-file.ts';
import { listVersions } from './list-versions.ts';
import { uploadFile } from './upload-file.ts';

const world = await filesWorld();
const { run, person, upload, read, undo, colleague, refuses } = world;
const png = Buffer.from('89504e470d0a1a0a00000000', 'hex');

test('a file stands on its record with its checksum, its type by content, and its owner, which is told', async () => {
  const { id } = await person();
  const bo = await colleague('Bo');
  const made = await upload('hello', { recordId: id, name: 'photo.png' }, { actor: bo.actor });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^fi_/),
    record: { id, type: 'contact', name: 'Ana' },
    name: 'photo.png',
    contentType: 'text/plain',
    documentType: 'attachment',
    size: 5,
    checksum: createHash('sha256').update('hello').digest('hex'),
    versionNumber: 1,
    owner: { id: bo.id },
    scan: 'unscanned',
  });
  expect(await read(made.id)).toBe('hello');
  expect(await upload(png, { recordId: id, name: 'notes.txt' })).toMatchObject({
    contentType: 'image/png',
    documentType: 'image',
  });
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.file.created', 'crm.file_version.created']));
});

test('the same name again is a new version, the old ones are kept, and it can be taken back', async () => {
  const first = await upload('one', { name: 'Vertrag März.txt' });
  const changeSetId = world.ports.ids.next();
  const more = { recordId: first.recordId, name: 'VERTRAG MÄRZ.TXT', documentType: 'contract' };
  const second = await upload('two', more, { changeSetId });
  expect(second).toMatchObject({ id: first.id, versionNumber: 2, size: 3, documentType: 'contract' });
  expect([await read(first.id), await read(first.id, { version: 1 })]).toEqual(['two', 'one']);
  await undo(changeSetId);
  expect(await run(getFile, { id: first.id })).toMatchObject({ versionNumber: 1, documentType: 'attachment' });
  expect(await read(first.id)).toBe('one');
  expect(await upload('three', more)).toMatchObject({ versionNumber: 3 });
});

test('two who upload one name at once make two versions of one file', async () => {
  const { id } = await person();
  const made = await Promise.all(['a', 'b', 'c'].map((text) => upload(text, { recordId: id, name: 'same.txt' })));
  expect(new Set(made.map((one) => one.id)).size).toBe(1);
  expect(made.map((one) => one.versionNumber).sort()).toEqual([1, 2, 3]);
  const { data } = await run(listVersions, { id: made[0].id });
  const texts = await Promise.all(data.map((one: { number: number }) => read(made[0].id, { version: one.number })));
  expect(texts.sort()).toEqual(['a', 'b', 'c']);
});

test('an empty file is a file, and a name is never a path', async () => {
  expect(await upload('', { name: '../../etc/\u202Ecron\u0000' })).toMatchObject({ name: 'cron', size: 0 });
  const { id } = await upload('', { name: 'nothing.pdf' });
  expect(await read(id)).toBe('');
});

test('a packed file is not opened, whatever it holds', async () => {
  const bomb = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100_000)]);
  expect(await upload(bomb, { name: 'report.docx' })).toMatchObject({ contentType: 'application/zip', size: 100_004 });
});

test('mistakes, a record that one may not read and another workspace are refused', async () => {
  const { id } = await person();
  const wrong = [
    { recordId: 'ct_00000000000000000000000000000000' },
    { recordId: 'nothing' },
    { documentType: 'poem' },
    { access: 'listed' },
    { name: 'x'.repeat(501) },
    { description: 'a\u0000' },
    { file: { key: 'x' } },
  ];
  for (const one of wrong)
    await expect(upload('x', { recordId: id, ...one })).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('files:write', 'accounts:read');
  await expect(upload('x', { recordId: id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  const file = { key: 'x', name: 'x', size: 1, sha256: 'x' };
  await refuses(uploadFile, { recordId: id, file });
});
