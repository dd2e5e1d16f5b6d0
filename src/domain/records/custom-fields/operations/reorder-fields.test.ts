import { expect, test } from 'vitest';
import { fieldsWorld } from '../fields-world.fixture.ts';
import { listFields } from './list-fields.ts';
import { reorderFields } from './reorder-fields.ts';

const world = await fieldsWorld();
const { run, addField, code } = world;
for (const name of ['one', 'two', 'three']) await addField({ name, type: 'text' });
const order = async () =>
  (await run(listFields, { object: 'contact' })).data.flatMap((one: { custom: boolean; name: string }) =>
    one.custom ? one.name : [],
  );

test('fields stand in the order that they are given, the others behind, and that is told', async () => {
  expect(await order()).toEqual(['custom.one', 'custom.two', 'custom.three']);
  await run(reorderFields, { object: 'contact', names: ['three', 'custom.one'] });
  expect(await order()).toEqual(['custom.three', 'custom.one', 'custom.two']);
  expect(await world.eventTypes()).toContain('records.field.updated');
});

test('it is refused without the permission, with unknown names, and to another workspace', async () => {
  const input = { object: 'contact', names: ['two'] };
  expect(await code(run(reorderFields, input, { actor: world.actorWith('fields:read') }))).toBe('not_allowed');
  expect(await code(run(reorderFields, { ...input, names: ['four'] }))).toBe('validation_failed');
  expect(await code(run(reorderFields, { ...input, names: [] }))).toBe('validation_failed');
  expect(await code(run(reorderFields, input, { actor: world.stranger }))).toBe('validation_failed');
  expect(await order()).toEqual(['custom.three', 'custom.one', 'custom.two']);
});
