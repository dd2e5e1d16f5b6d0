import '#domain/identity';
import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import {
  createOperation,
  deleteOperation,
  forgetCustomFields,
  listOperation,
  restoreOperation,
} from '#platform/records';
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

test('rules, defaults and unique values hold, also when two want one at once', async () => {
  const add = (more: object) => run(createField, { object: 'account', label: 'X', type: 'text', ...more } as never);
  await add({ name: 'code', unique: true, rules: { pattern: '[A-Z]{2}[0-9]+', maxLength: 5 } });
  await add({ name: 'size', type: 'number', rules: { min: 1, max: 9 }, default: 5 });
  await add({ name: 'plan', rules: { allowed: ['a', 'b'] } });
  const make = (customFields: object) => run(createOperation(account), { name: 'A', customFields } as never);
  const first = await make({ code: 'AB1' });
  expect(first.customFields).toEqual({ code: 'AB1', size: 5 });
  for (const wrong of [{ code: 'ab1' }, { code: 'AB1234' }, { size: 10 }, { size: 0 }, { plan: 'c' }])
    await expect(make(wrong)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(make({ code: 'AB1' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(first.id),
  });
  const both = await Promise.allSettled([1, 2, 3].map(() => make({ code: 'CD1' })));
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await run(deleteOperation(account), { id: first.id });
  const second = await make({ code: 'AB1' });
  await expect(run(restoreOperation(account), { id: first.id })).rejects.toMatchObject({ code: 'conflict' });
  await run(deleteOperation(account), { id: second.id });
  await run(restoreOperation(account), { id: first.id });
});

test('a definition that contradicts itself is refused', async () => {
  const wrong = [
    { type: 'text', rules: { min: 1 } },
    { type: 'number', rules: { min: 2, max: 1 } },
    { type: 'text', rules: { pattern: '(' } },
    { type: 'text', rules: { minLength: 9, maxLength: 2 } },
    { type: 'text', default: 5 },
    { type: 'text', unique: true, default: 'x' },
    { type: 'address', unique: true },
    { type: 'text', options: ['a'] },
    { type: 'choice', options: ['a', 'a'] },
    { type: 'choice', options: ['a'], default: 'b' },
    { type: 'reference' },
    { type: 'reference', to: 'nothing' },
    { type: 'reference', to: 'view' },
    { type: 'money', currency: 'XXQ' },
    { type: 'formula' },
    { type: 'text', formula: '1' },
    { type: 'formula', formula: '1', required: true },
    { type: 'rollup', rollup: { object: 'contact', by: 'name', function: 'count' } },
  ];
  for (const one of wrong)
    await expect(
      run(createField, { ...region, object: 'account', name: 'wrong', ...one } as never),
    ).rejects.toMatchObject({
      code: 'validation_failed',
    });
});

test('500 fields work, and the next is refused with what to do', async () => {
  await world.database.write(world.workspaceId, async (tx) => {
    tx.send(sql`insert into custom_fields (id, object, name, label, type, position)
      select gen_random_uuid(), 'activity', 'field' || n, 'Field ' || n, 'text', n from generate_series(1, 499) n`);
  });
  forgetCustomFields(world.workspaceId);
  const add = (name: string) => run(createField, { ...region, object: 'activity', name });
  await add('last');
  await expect(add('more')).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('500') });
  const values = Object.fromEntries(Array.from({ length: 499 }, (_, n) => [`field${n + 1}`, `v${n}`]));
  const { id: contactId } = await run(createOperation(contact), { firstName: 'Ana' } as never);
  const made = await run(createOperation(activity), {
    type: 'note',
    contactId,
    customFields: { ...values, last: 'x' },
  } as never);
  expect(Object.keys(made.customFields)).toHaveLength(500);
  expect((await run(listFields, { object: 'activity' })).data.at(-1)).toMatchObject({
    name: 'custom.last',
    position: 499,
  });
});
