import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { finish, uploaded } from '../import-fixture.ts';
import { createImport } from './create-import.ts';
import { previewImport } from './preview-import.ts';

const world = await testWorld();

test('it shows the columns, where they would go and what the rows look like, and the upload can be imported', async () => {
  const file = await uploaded(world, 'Vorname;Nachname;E-Mail;Farbe\nAna;Silva;ana@example.com;rot\n');
  const shown = await world.run(previewImport, { file });
  expect(shown).toMatchObject({
    headers: ['Vorname', 'Nachname', 'E-Mail', 'Farbe'],
    delimiter: ';',
    encoding: 'utf-8',
  });
  expect(shown.sample).toEqual([['Ana', 'Silva', 'ana@example.com', 'rot']]);
  expect(shown.mapping.map((one: { field: string | null }) => one.field)).toEqual([
    'firstName',
    'lastName',
    'email',
    null,
  ]);
  expect(shown.fields.map((one: { name: string }) => one.name)).not.toContain('reportsToId');
  const { id } = await world.run(createImport, { uploadId: shown.uploadId });
  expect(await finish(world, id)).toMatchObject({ created: 1 });
});

test('an upload of another workspace cannot be imported', async () => {
  const { uploadId } = await world.run(previewImport, { file: await uploaded(world, 'Email\na@example.com\n') });
  await expect(world.run(createImport, { uploadId }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('no file, a kind that cannot be imported and a missing permission are refused', async () => {
  const file = await uploaded(world, 'Email\na@example.com\n');
  await expect(world.run(previewImport, {} as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(world.run(previewImport, { file, object: 'planets' })).rejects.toThrow(/contacts, accounts/);
  const actor = world.actorWith('imports:read');
  await expect(world.run(previewImport, { file }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
