import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { convertChunk } from './convert-chunk.ts';

const world = await fieldsWorld();
const { run, addField, make, code } = world;
const field = await addField({ name: 'region', type: 'text' });
const fieldId = parseId('fd', field.id);
await make(contact, { firstName: 'Ana', customFields: { region: 'South' } });

test('values that are of the type already stay, so a chunk that runs twice changes nothing', async () => {
  const { afterId, more } = await run(convertChunk, { fieldId, from: 'text' });
  expect(more).toBe(true);
  expect(await run(convertChunk, { fieldId, from: 'text', afterId })).toMatchObject({ more: false });
  expect(await world.list(contact, { filter: { 'custom.region': { eq: 'South' } } })).toMatchObject([{ version: 1 }]);
});

test('it is refused without the permission and with wrong input; another workspace has nothing to do', async () => {
  const input = { fieldId, from: 'text' };
  expect(await code(run(convertChunk, input, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(convertChunk, { ...input, fieldId: 'x' }))).toBe('validation_failed');
  expect(await run(convertChunk, input, { actor: world.stranger })).toMatchObject({ more: false });
});
