import { expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { defineEvent } from '#platform/events';
import { testWorld } from '#platform/testing';
import { addGate, execute, observeOperations } from './execute.ts';
import { defineModule, operationCatalogue } from './module.ts';
import { defineOperation } from './operation.ts';

const world = await testWorld();
defineEvent({ type: 'test.note.made', summary: 'A note was made.' });
const order: string[] = [];
const make = defineOperation({
  name: 'notes.make',
  summary: 'Makes a note.',
  kind: 'write',
  permission: 'notes:write',
  input: z.strictObject({ name: z.string().max(5), twice: z.boolean().default(false) }),
  async run(context, { name, twice }) {
    await context.tx.rows(sql`insert into handler_cursors (handler_group) values (${name})`);
    if (twice) await context.tx.rows(sql`insert into handler_cursors (handler_group) values (${name})`);
    context.count(1);
    context.emit({ type: 'test.note.made' });
    order.push(name);
    return { name };
  },
});
const outer = defineOperation({
  name: 'notes.outer',
  summary: 'Makes a note by another operation.',
  kind: 'write',
  permission: 'notes:outer',
  input: z.strictObject({ name: z.string() }),
  run: (context, { name }) => context.call(make, { name }),
});
const look = defineOperation({
  name: 'notes.look',
  summary: 'Tries to write in a read.',
  kind: 'read',
  permission: 'notes:read',
  input: z.strictObject({}),
  run: async (context) => context.tx.rows(sql`select 1`),
});
const names = async () =>
  (
    await world.database
      .reader(world.workspaceId)
      .rows<{ name: string }>(sql`select handler_group as name from handler_cursors`)
  ).map(({ name }) => name);

test('what an operation does, its event and its audit entry are written together, or none of them', async () => {
  await world.run(make, { name: 'a' });
  expect([await names(), await world.eventTypes()]).toEqual([['a'], ['test.note.made']]);
  await expect(world.run(make, { name: 'b', twice: true })).rejects.toMatchObject({ code: 'conflict', status: 409 });
  expect([await names(), (await world.eventTypes()).length]).toEqual([['a'], 1]);
  const sets = await world.database
    .reader(world.workspaceId)
    .rows(sql`select operation, records, status from change_sets`);
  expect(sets).toEqual([{ operation: 'notes.make', records: 1, status: 'done' }]);
});

test('who may not is told before mistakes are, and every mistake is told', async () => {
  const wrong = { name: 'too long', colour: 'red' } as never;
  await expect(world.run(make, wrong, { actor: world.actorWith('notes:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(make, wrong)).rejects.toMatchObject({
    code: 'validation_failed',
    mistakes: [{ path: 'name' }, { path: 'colour' }],
  });
});

test('a call inside a call needs its own permission', async () => {
  const call = (...permissions: string[]) =>
    world.run(outer, { name: 'c' }, { actor: world.actorWith(...permissions) });
  await expect(call('notes:outer')).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await call('notes:outer', 'notes:write')).toEqual({ name: 'c' });
});

test('a probe that is rolled back leaves nothing, and a read cannot write', async () => {
  const before = await names();
  expect(await world.run(make, { name: 'd' }, { rollBack: true })).toEqual({ name: 'd' });
  expect(await names()).toEqual(before);
  await expect(world.run(look, {})).rejects.toThrow(/read operation/);
});

test('every call is told to those who observe, with how it ended', async () => {
  const told: string[] = [];
  observeOperations((operation, outcome, ms) => told.push(`${operation} ${outcome} ${ms >= 0}`));
  await world.run(make, { name: 'e' });
  const call = { actor: world.actorWith(), surface: 'test', requestId: '1' };
  await execute(world.ports, make, {}, call).catch(() => undefined);
  expect(told).toEqual(['notes.make ok true', 'notes.make not_allowed true']);
});

test('a gate sees the input as it was parsed, and refuses before anything is written', async () => {
  addGate(async (_operation, _call, input) => {
    if ((input as { name?: string }).name === 'gate') throw new Problem('conflict', { detail: 'Ask somebody first.' });
  });
  await expect(world.run(make, { name: 'gate' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await names()).not.toContain('gate');
  expect(await world.run(make, { name: 'f' })).toEqual({ name: 'f' });
});

test('a name and a route are taken once', () => {
  const module = (name: string, operation: object) =>
    defineModule({ name, summary: '', needs: [], operations: [operation as typeof make] });
  expect(() => operationCatalogue([module('a', make), module('b', make)])).toThrow(/declared twice/);
  const [one, two] = ['/notes/:id', '/notes/:name'].map((path, index) => ({
    ...make,
    name: `notes.x${'yz'[index]}`,
    route: { method: 'GET', path },
  }));
  expect(() => operationCatalogue([module('a', one ?? {}), module('b', two ?? {})])).toThrow(/route/);
  expect(() => defineOperation({ ...make, name: 'Notes' })).toThrow(/name/);
});
