import { expect, test } from 'vitest';
import { auditWorld, closedThing, exportThings, noteThing, readThing } from './audit-world.fixture.ts';

const world = await auditWorld();
const personalOf = (entry: { personal: string | null } | undefined) => JSON.parse(entry?.personal ?? 'null');

async function newest() {
  await world.seal();
  return (await world.entries()).at(-1);
}

test('a write has an entry: who, from where, which records, and the change set that holds before and after', async () => {
  const id = world.ports.ids.next();
  await world.run(noteThing, { id }, { surface: 'rest', address: '203.0.113.7' });
  const entry = await newest();
  expect(entry).toMatchObject({
    kind: 'write',
    operation: 'things.note',
    outcome: 'done',
    surface: 'rest',
    records: 1,
  });
  expect(entry).toMatchObject({ actorId: world.admin.id, recordIds: [id], changeSetId: expect.any(String) });
  expect(personalOf(entry)).toEqual({ actorName: 'Ada Admin', address: '203.0.113.7' });
});

test('a refusal has an entry, whether the role or the record was the reason; a mistake in the input has none', async () => {
  const rep = world.actorWith('things:read');
  await expect(world.run(noteThing, { id: 'ct_1' }, { actor: rep })).rejects.toThrow();
  expect(await newest()).toMatchObject({
    kind: 'refusal',
    operation: 'things.note',
    outcome: 'refused',
    code: 'not_allowed',
    actorId: rep.id,
    details: '{"id":"ct_1"}',
  });
  await expect(world.run(closedThing, {})).rejects.toThrow();
  expect(await newest()).toMatchObject({ operation: 'things.closed', outcome: 'refused' });
  const before = (await world.entries()).length;
  await expect(world.run(noteThing, { colour: 'red' } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await world.seal();
  expect(await world.entries()).toHaveLength(before);
});

test('an export stands on the disk before its first byte leaves', async () => {
  await world.run(exportThings, {});
  const { rows } = await world.owner.query('select entry from audit_inbox');
  expect(rows).toEqual([{ entry: expect.objectContaining({ kind: 'export', operation: 'things.export' }) }]);
});

test('what programs read is gathered into one entry; what people read has none, unless somebody else sits there', async () => {
  await world.seal();
  const before = (await world.entries()).length;
  await world.run(readThing, {});
  const key = { ...world.admin, type: 'key' as const, id: world.ports.ids.next(), name: 'Sync' };
  for (let calls = 0; calls < 3; calls += 1) await world.run(readThing, {}, { actor: key });
  const impersonator = { id: world.ports.ids.next(), name: 'Ida' };
  await world.run(readThing, {}, { actor: { ...world.admin, impersonator } });
  await world.seal();
  const added = (await world.entries()).slice(before);
  expect(added.map(({ kind }) => kind).sort()).toEqual(['access', 'read']);
  expect(JSON.parse(added.find(({ kind }) => kind === 'access')?.details ?? '')).toMatchObject({ calls: 3 });
  const read = added.find(({ kind }) => kind === 'read');
  expect(read?.impersonatorId).toBe(impersonator.id);
  expect(personalOf(read)).toMatchObject({ actorName: 'Ada Admin', impersonatorName: 'Ida' });
});

test('what several chunks of one change set wrote has an entry each time that the chain comes by', async () => {
  const changeSetId = world.ports.ids.next();
  await world.run(noteThing, {}, { changeSetId });
  expect(await newest()).toMatchObject({ changeSetId, records: 1 });
  await world.run(noteThing, {}, { changeSetId });
  expect(await newest()).toMatchObject({ changeSetId, records: 2 });
  expect((await world.verify()).findings).toEqual([]);
});
