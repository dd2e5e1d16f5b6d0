import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { purgeField } from '../jobs/purge-field.ts';
import { deleteField } from './delete-field.ts';
import { listFields } from './list-fields.ts';
import { restoreField } from './restore-field.ts';

const later = { days: 0 };
const world = await fieldsWorld({ clock: { now: () => new Date(Date.now() + later.days * 86_400_000) } });
const { run, addField, make, get, code } = world;

test('a deleted field comes back with its values, also those of the unique index', async () => {
  const { id } = await addField({ name: 'region', type: 'text', unique: true });
  const ana = await make(contact, { firstName: 'Ana', customFields: { region: 'South' } });
  await run(deleteField, { id });
  expect(await run(restoreField, { id })).toMatchObject({ id, name: 'custom.region' });
  expect((await get(contact, ana.id)).customFields).toEqual({ region: 'South' });
  expect(await world.list(contact, { filter: { 'custom.region': { eq: 'South' } } })).toHaveLength(1);
  expect(await code(make(contact, { firstName: 'B', customFields: { region: 'South' } }))).toBe('conflict');
  expect(await world.eventTypes()).toContain('records.field.restored');
});

test('after 30 days a job removes the values, the name is free, and nothing comes back', async () => {
  const { id } = await addField({ name: 'gone', type: 'text' });
  const ana = await make(contact, { firstName: 'Ana', customFields: { gone: 'x' } });
  await run(deleteField, { id });
  await world.work(purgeField, { fieldId: parseId('fd', id) });
  expect((await run(listFields, { object: 'contact' })).deleted).toMatchObject([{ id }]);
  later.days = 31;
  await world.work(purgeField, { fieldId: parseId('fd', id) });
  expect(await code(run(restoreField, { id }))).toBe('conflict');
  await addField({ name: 'gone', type: 'number' });
  expect((await get(contact, ana.id)).customFields).toEqual({});
  later.days = 0;
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const { id } = await addField({ name: 'other', type: 'text' });
  await run(deleteField, { id });
  expect(await code(run(restoreField, { id }, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(restoreField, { id: 'x' }))).toBe('not_found');
  expect(await code(run(restoreField, { id }, { actor: world.stranger }))).toBe('not_found');
});
