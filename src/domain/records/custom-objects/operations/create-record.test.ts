import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { createOperation } from '#platform/records';
import { objectsWorld } from '../objects-world.fixture.ts';
import { createObject } from './create-object.ts';
import { createRecord } from './create-record.ts';
import { deleteRecord } from './delete-record.ts';

const world = await objectsWorld();
const { run, make, refuses, code } = world;

test('a record of a kind of the workspace is made with its fields and relations, and that is told', async () => {
  const acme = await run(createOperation(account), { name: 'Acme' } as never);
  const made = await make({ tags: ['x'], customFields: { stage: 'idea', budget: '10', client: acme.id } });
  expect(made.id).toMatch(/^proj_[0-9a-f]{32}$/);
  expect(made).toMatchObject({
    name: 'Apollo',
    version: 1,
    customFields: { stage: 'idea', budget: '10.00', client: acme.id },
  });
  expect(await world.eventTypes()).toContain('crm.custom.created');
});

test('roll-ups count and sum it up on the records that it refers to', async () => {
  const rollup = { object: 'project', by: 'custom.client' };
  await world.addField({
    object: 'account',
    name: 'projects',
    type: 'rollup',
    rollup: { ...rollup, function: 'count' },
  });
  await world.addField({
    object: 'account',
    name: 'spent',
    type: 'rollup',
    rollup: { ...rollup, function: 'sum', of: 'custom.budget' },
  });
  const acme = await run(createOperation(account), { name: 'Acme' } as never);
  const made = await make({ customFields: { client: acme.id, budget: '0.10' } });
  await make({ customFields: { client: acme.id, budget: '0.20' } });
  const custom = async () =>
    (await run((await import('#platform/records')).getOperation(account), { id: acme.id })).customFields;
  expect(await custom()).toEqual({ projects: 2, spent: '0.30' });
  await run(deleteRecord, { object: 'project', id: made.id } as never);
  expect(await custom()).toEqual({ projects: 1, spent: '0.20' });
});

test('kinds that are not there, fields that it has not and wrong values are refused', async () => {
  for (const object of ['projekt', 'contact', 'customRecord', '__proto__'])
    expect(await code(run(createRecord, { object, name: 'A' } as never))).toBe('not_found');
  expect(await code(make({ customFields: { client: `ac_${'1'.repeat(32)}` } }))).toBe('validation_failed');
  expect(await code(make({ customFields: { colour: 'red' } }))).toBe('unknown_field');
  expect(await code(make({ name: '' }))).toBe('validation_failed');
  await refuses(createRecord, { object: 'project', name: 'A' });
});

test('records of one kind are none of another', async () => {
  await run(createObject, { name: 'ticket', label: 'Ticket' } as never);
  const { id } = await make();
  expect(await code(run(deleteRecord, { object: 'ticket', id } as never))).toBe('not_found');
});
