import '#domain/identity';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { createOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { createField } from './create-field.ts';
import { deleteField } from './delete-field.ts';
import { listFields } from './list-fields.ts';

const world = await testWorld();
const { run } = world;
const add = (name: string) => run(createField, { object: 'contact', name, label: name, type: 'text' });

test('a field that is taken out of use cannot be written any more, and that is told', async () => {
  await add('region');
  await run(deleteField, { object: 'contact', name: 'custom.region' });
  const input = { firstName: 'Ana', customFields: { region: 'x' } };
  await expect(run(createOperation(contact), input as never)).rejects.toMatchObject({ code: 'unknown_field' });
  await expect(run(deleteField, { object: 'contact', name: 'region' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('records.field.deleted');
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await add('kept');
  const input = { object: 'contact', name: 'kept' };
  await expect(run(deleteField, input, { actor: world.actorWith('fields:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(deleteField, { ...input, name: 'x'.repeat(99) })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(run(deleteField, input, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await expect(run(deleteField, { ...input, name: 'firstName' })).rejects.toMatchObject({ code: 'not_found' });
  expect((await run(listFields, { object: 'contact' })).data).toContainEqual(
    expect.objectContaining({ name: 'custom.kept' }),
  );
});
