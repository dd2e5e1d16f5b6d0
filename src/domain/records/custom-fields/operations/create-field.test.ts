import '#domain/identity';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { createOperation, listOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import { customFieldsModule } from '../index.ts';
import { createField } from './create-field.ts';
import { listFields } from './list-fields.ts';

const world = await testWorld();
const { run } = world;
const region = { object: 'contact', name: 'region', label: 'Region', type: 'text' as const };

test('a field that is added can be listed, written and filtered by at once, and that is told', async () => {
  expect(customFieldsModule.name).toBe('custom-fields');
  expect(await run(createField, region)).toMatchObject({ name: 'custom.region', label: 'Region', required: false });
  expect((await run(listFields, { object: 'contact' })).data).toContainEqual(
    expect.objectContaining({ name: 'custom.region', custom: true }),
  );
  const made = await run(createOperation(contact), { firstName: 'Ana', customFields: { region: 'South' } } as never);
  expect((await run(listOperation(contact), { filter: { 'custom.region': { eq: 'South' } } })).data).toMatchObject([
    { id: made.id },
  ]);
  expect(await world.eventTypes()).toContain('records.field.created');
});

test('a name is taken once, also when two want it at once', async () => {
  await expect(run(createField, region)).rejects.toMatchObject({ code: 'conflict' });
  const both = await Promise.allSettled([1, 2].map(() => run(createField, { ...region, name: 'twice' })));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await run(createField, { ...region, object: 'account' });
});

test('mistakes, a missing permission and a kind that cannot be extended are refused', async () => {
  const wrong = [
    { name: 'Region' },
    { name: '__proto__' },
    { name: 'a b' },
    { name: '' },
    { label: ' ' },
    { type: 'json' },
    { type: 'choice' },
    { object: 'view' },
    { object: 'nothing' },
    { options: [''] },
  ];
  for (const one of wrong)
    await expect(run(createField, { ...region, name: 'other', ...one } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  const actor = world.actorWith('fields:read');
  await expect(run(createField, region, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('another workspace has no such field', async () => {
  const { data } = await run(listFields, { object: 'contact' }, { actor: world.stranger });
  expect(data.filter((one: { custom: boolean }) => one.custom)).toEqual([]);
});
