import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { deleteField } from './delete-field.ts';
import { purgeChunk } from './purge-chunk.ts';
import { restoreField } from './restore-field.ts';

const world = await fieldsWorld();
const { run, addField, make, code } = world;
const field = await addField({ name: 'region', type: 'text' });
const fieldId = parseId('fd', field.id);
await make(contact, { firstName: 'Ana', customFields: { region: 'South' } });

test('a field that is there, or has been deleted a moment ago, keeps its values', async () => {
  expect(await run(purgeChunk, { fieldId })).toMatchObject({ more: false });
  await run(deleteField, { id: field.id });
  expect(await run(purgeChunk, { fieldId })).toMatchObject({ more: false });
  await run(restoreField, { id: field.id });
  expect(await world.list(contact, { filter: { 'custom.region': { eq: 'South' } } })).toMatchObject([
    { customFields: { region: 'South' } },
  ]);
});

test('it is refused without the permission and with wrong input; another workspace has nothing to do', async () => {
  expect(await code(run(purgeChunk, { fieldId }, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(purgeChunk, { fieldId: 'x' }))).toBe('validation_failed');
  expect(await run(purgeChunk, { fieldId }, { actor: world.stranger })).toMatchObject({ more: false });
});
