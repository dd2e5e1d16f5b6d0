import '#domain/records/history';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { convertField } from '../jobs/convert-field.ts';
import { refreshField } from '../jobs/refresh-field.ts';
import { convertFieldType } from './convert-field.ts';
import { listFields } from './list-fields.ts';

const world = await fieldsWorld();
const { run, addField, make, get, list, code } = world;
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.object({ id: z.string() }),
  run: async (context, { id }) => ({ result: await undoChangeSet(context, parseId('cs', id)) }),
});
const typeOf = async (name: string) =>
  (await run(listFields, { object: 'contact' })).data.find((one: { name: string }) => one.name === `custom.${name}`);

test('a conversion is previewed, done in chunks, and undone with every value as it was', async () => {
  const { id } = await addField({ name: 'seats', type: 'text' });
  const people = [];
  for (const seats of ['7', '1,200', 'many'])
    people.push(await make(contact, { firstName: 'A', customFields: { seats } }));
  const preview = await run(convertFieldType, { id, type: 'number', preview: true });
  expect(preview).toMatchObject({ preview: true, values: 3, convertible: 2, lost: 1 });
  expect(preview.examples[0]).toMatchObject({ value: 'many', becomes: null });
  expect(await typeOf('seats')).toMatchObject({ type: 'text' });

  const { changeSetId } = await run(convertFieldType, { id, type: 'number' });
  const fieldId = parseId('fd', id);
  await world.work(convertField, { fieldId, from: 'text', changeSetId: parseId('cs', changeSetId) });
  expect((await get(contact, people[1].id)).customFields).toEqual({ seats: 1200 });
  expect((await get(contact, people[2].id)).customFields).toEqual({});
  expect(await list(contact, { filter: { 'custom.seats': { gt: 100 } } })).toHaveLength(1);

  await run(undo, { id: changeSetId });
  await world.work(refreshField, { fieldId });
  expect(await typeOf('seats')).toMatchObject({ type: 'text', working: false });
  expect((await get(contact, people[2].id)).customFields).toEqual({ seats: 'many' });
  expect(await list(contact, { filter: { 'custom.seats': { eq: '1,200' } } })).toHaveLength(1);
});

test('values that stay as they are can be found by their new type', async () => {
  const { id } = await addField({ name: 'price', type: 'text' });
  await make(contact, { firstName: 'A', customFields: { price: '12.50' } });
  const { changeSetId } = await run(convertFieldType, { id, type: 'money', currency: 'EUR' });
  await world.work(convertField, { fieldId: parseId('fd', id), from: 'text', changeSetId: parseId('cs', changeSetId) });
  expect(await list(contact, { filter: { 'custom.price': { gte: '12.5' } } })).toHaveLength(1);
});

test('choices come from the values unless they are given', async () => {
  const { id } = await addField({ name: 'color', type: 'text' });
  await make(contact, { firstName: 'A', customFields: { color: 'red' } });
  expect(await run(convertFieldType, { id, type: 'choice', preview: true })).toMatchObject({
    options: ['red'],
    lost: 0,
  });
  expect(await run(convertFieldType, { id, type: 'choice', options: ['blue'], preview: true })).toMatchObject({
    lost: 1,
  });
});

test('it is refused without the permission, for formulas, with wrong input, and to another workspace', async () => {
  const { id } = await addField({ name: 'kept', type: 'text' });
  const formula = await addField({ name: 'double', type: 'formula', formula: '2 * 2' });
  const input = { id, type: 'number' };
  expect(await code(run(convertFieldType, input, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(convertFieldType, { ...input, id: formula.id }))).toBe('validation_failed');
  expect(await code(run(convertFieldType, { ...input, type: 'formula' }))).toBe('validation_failed');
  expect(await code(run(convertFieldType, { ...input, type: 'reference' }))).toBe('validation_failed');
  expect(await code(run(convertFieldType, input, { actor: world.stranger }))).toBe('not_found');
});
