import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { refreshChunk } from './refresh-chunk.ts';

const world = await fieldsWorld();
const { run, addField, make, code } = world;
const field = await addField({ name: 'region', type: 'text' });
const fieldId = parseId('fd', field.id);
await make(contact, { firstName: 'Ana', customFields: { region: 'South' } });

test('values are kept for lists anew, chunk by chunk to the end', async () => {
  await world.database.write(world.workspaceId, async (tx) => tx.send(sql`delete from field_values`));
  const { afterId, more } = await run(refreshChunk, { fieldId });
  expect(more).toBe(true);
  expect(await run(refreshChunk, { fieldId, afterId })).toMatchObject({ more: false });
  expect(await world.list(contact, { filter: { 'custom.region': { eq: 'South' } } })).toHaveLength(1);
});

test('it is refused without the permission and with wrong input; another workspace has nothing to do', async () => {
  expect(await code(run(refreshChunk, { fieldId }, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(refreshChunk, { fieldId: 'x' }))).toBe('validation_failed');
  expect(await run(refreshChunk, { fieldId }, { actor: world.stranger })).toMatchObject({ more: false });
});
