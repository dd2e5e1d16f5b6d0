import { expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { testWorld } from '#platform/testing';
import { execute } from './execute.ts';
import { idempotencyKey } from './idempotency.ts';
import { defineOperation, RawJson } from './operation.ts';

const world = await testWorld();
let runs = 0;
/** It lets one caller through at a time, and refuses the second of equal notes: as one contact for an e-mail address. */
const note = defineOperation({
  name: 'notes.add',
  summary: 'Adds a note.',
  kind: 'write',
  permission: 'notes:write',
  input: z.strictObject({ text: z.string() }),
  async run(context, { text }) {
    runs += 1;
    await context.tx.rows(sql`select pg_advisory_xact_lock(5)`);
    const taken = await context.tx.first(sql`select 1 from handler_cursors where handler_group = ${text}`);
    if (taken) throw new Problem('already_known', { detail: 'This note is here.' });
    await context.tx.rows(sql`insert into handler_cursors (handler_group) values (${text})`);
    return { id: context.changeSetId };
  },
});
const add = (text: string, key: string, actor = world.admin) =>
  world.run(note, { text }, { actor, idempotency: idempotencyKey(key, note.name, text) });
const count = async () =>
  (await world.database.reader(world.workspaceId).first<{ n: number }>(sql`select count(*) as n from handler_cursors`))
    ?.n;

test('the same request with the same key has its effect once, and the same answer', async () => {
  const before = runs;
  const first = await add('a', 'k1');
  expect(await add('a', 'k1')).toEqual(first);
  expect(runs).toBe(before + 1);
});

test('the same answer comes with its change set and the version of the record', async () => {
  const record = defineOperation({
    name: 'notes.keep',
    summary: 'Keeps a note.',
    kind: 'write',
    permission: 'notes:write',
    input: z.strictObject({}),
    run: async () => new RawJson('{"id":"n"}', 7),
  });
  const call = { actor: world.admin, surface: 'test', requestId: 'r', idempotency: idempotencyKey('k0', record.name) };
  const first = await execute(world.ports, record, {}, call);
  const again = await execute(world.ports, record, {}, call);
  expect(again).toMatchObject({ replayed: true, changeSetId: first.changeSetId });
  expect((again.output as RawJson).etag).toBe((first.output as RawJson).etag);
});

test('another request with the same key is refused', async () => {
  await add('b', 'k2');
  await expect(add('c', 'k2')).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 422 });
});

test('of many at once one has its effect, and all get its answer', async () => {
  const before = (await count()) ?? 0;
  const answers = await Promise.all(Array.from({ length: 5 }, () => add('d', 'k3')));
  expect(new Set(answers.map((one) => one.id)).size).toBe(1);
  expect(await count()).toBe(before + 1);
});

test('a request that failed can be repeated with its key', async () => {
  await add('e', 'k4');
  await expect(add('e', 'k5')).rejects.toMatchObject({ code: 'already_known' });
  await world.database.write(world.workspaceId, (tx) =>
    tx.rows(sql`delete from handler_cursors where handler_group = 'e'`),
  );
  expect(await add('e', 'k5')).toMatchObject({ id: expect.any(String) });
});

test('a key is of who sent it, in their workspace', async () => {
  const mine = await add('f', 'k6');
  expect(await add('f', 'k6', world.stranger)).not.toEqual(mine);
  await expect(add('f', 'k6', { ...world.admin, id: world.ports.ids.next() })).rejects.toMatchObject({
    code: 'already_known',
  });
});

test('what is stored of a request cannot be guessed from outside, even of the same request twice', async () => {
  await add('g', 'k7');
  await add('h', 'k8');
  const { requestHash } = idempotencyKey('k7', note.name, 'g');
  const rows = await world.database
    .reader(world.workspaceId)
    .rows<{ hash: Buffer }>(sql`select request_hash as hash from idempotency_keys`);
  expect(rows.some(({ hash }) => hash.includes(requestHash))).toBe(false);
});

test.each(['', 'x'.repeat(256), 'a\u0000'])('the key %j is refused', (key) => {
  expect(() => idempotencyKey(key)).toThrow(Problem);
});
