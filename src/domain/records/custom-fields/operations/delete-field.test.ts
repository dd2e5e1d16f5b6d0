import '#domain/identity';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { createOperation, getOperation, updateOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { createField } from './create-field.ts';
import { deleteField } from './delete-field.ts';
import { listFields } from './list-fields.ts';

const world = await testWorld();
const { run } = world;
const add = (name: string) => run(createField, { object: 'contact', name, label: name, type: 'text' });

test('a deleted field cannot be written or seen any more, its name stays taken, and that is told', async () => {
  const { id } = await add('region');
  const made = await run(createOperation(contact), { firstName: 'Ana', customFields: { region: 'South' } } as never);
  await run(deleteField, { id });
  const input = { firstName: 'Ana', customFields: { region: 'x' } };
  await expect(run(createOperation(contact), input as never)).rejects.toMatchObject({ code: 'unknown_field' });
  expect((await run(getOperation(contact), { id: made.id })).customFields).toEqual({});
  expect(await run(updateOperation(contact), { id: made.id, city: 'B' } as never)).toMatchObject({ customFields: {} });
  await expect(add('region')).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('restore it'),
  });
  await expect(run(deleteField, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await run(listFields, { object: 'contact' })).deleted).toMatchObject([{ id, name: 'custom.region' }]);
  expect(await world.eventTypes()).toContain('records.field.deleted');
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await add('kept');
  await expect(run(deleteField, { id }, { actor: world.actorWith('fields:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(deleteField, { id: 'firstName' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(run(deleteField, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  expect((await run(listFields, { object: 'contact' })).data).toContainEqual(
    expect.objectContaining({ name: 'custom.kept' }),
  );
});
