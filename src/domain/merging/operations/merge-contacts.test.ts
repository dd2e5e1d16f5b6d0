import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { execute } from '#platform/operations';
import { restoreOperation } from '#platform/records';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { mergeContacts } from './merge-contacts.ts';
import { settleChunk } from './settle-chunk.ts';

const world = await mergingWorld();
const { person, merge, read, make, run, code } = world;

test('the winner takes what the others know, and keeps all ways to reach the person', async () => {
  const one = await person({ email: 'ana@example.com', phone: '+4930901820', tags: ['vip'] });
  const two = await person({ lastName: 'Silva', email: 'a.silva@example.org', title: 'CTO', tags: ['berlin'] });
  const done = await merge([one.id, two.id]);
  expect(done).toMatchObject({ winnerId: one.id, mergedIds: [two.id], status: 'merged' });
  const ana = await read(one.id);
  expect(ana).toMatchObject({ firstName: 'Ana', lastName: 'Silva', title: 'CTO', phone: '+4930901820' });
  expect([ana.email, ...ana.otherEmails].sort()).toEqual(['a.silva@example.org', 'ana@example.com']);
  expect(ana.tags.sort()).toEqual(['berlin', 'vip']);
  expect((await world.eventTypes()).filter((type) => type === 'crm.contact.merged')).toHaveLength(1);
});

test('the parts of an address come from one record, and so does consent with its date', async () => {
  const one = await person({ street: 'Old Road 1', city: 'Porto' });
  const consent = { gdprConsent: true, gdprConsentDate: '2026-01-02T00:00:00+00:00' };
  const two = await person({ street: 'Hauptstraße 5', city: 'Ulm', postalCode: '89073', ...consent });
  await merge([one.id, two.id]);
  expect(await read(one.id)).toMatchObject({ street: 'Hauptstraße 5', city: 'Ulm', postalCode: '89073', ...consent });
});

test('whoever was further on the way to being a customer still is', async () => {
  const [one, two] = [await person({ lifecycleStage: 'lead' }), await person({ lifecycleStage: 'customer' })];
  const three = await person({ lifecycleStage: 'mql' });
  await merge([one.id, two.id, three.id]);
  expect(await read(one.id)).toMatchObject({ lifecycleStage: 'customer' });
});

test('what was chosen by hand survives, and for the rest the way that was asked for', async () => {
  const one = await person({ title: 'CEO', department: 'Board', leadSource: 'fair' });
  const two = await person({ title: 'Chief Executive Officer', department: 'B', leadSource: 'web' });
  await merge([one.id, two.id], { strategy: 'keepWinner', fields: { leadSource: two.id } });
  expect(await read(one.id)).toMatchObject({ title: 'CEO', department: 'Board', leadSource: 'web' });
});

test('all that refers to the others refers to the winner, and nothing is there twice', async () => {
  const field = { object: 'contact', name: 'mentor', label: 'Mentor', type: 'reference', target: 'contact' };
  await make('field', field);
  const [one, two] = [await person(), await person()];
  const other = await person({ reportsToId: two.id, customFields: { mentor: two.id } });
  const activity = await make('activity', { type: 'call', contactId: two.id });
  const task = await make('task', { subject: 'Call', contactId: two.id });
  const deal = await make('deal', { name: 'Roof', contactId: two.id });
  const comment = await make('comment', { recordId: two.id, body: 'Well' });
  await make('relationship', { fromId: two.id, toId: other.id, type: 'works_with' });
  for (const id of [one.id, two.id]) await world.attempt('follow', { recordId: id, userId: world.userId });
  for (const [recordId, access] of [
    [one.id, 'read'],
    [two.id, 'write'],
  ])
    await world.attempt('share', { recordId, userId: world.userId, access });
  expect((await merge([one.id, two.id])).moved).toBe(9);
  expect(await read(other.id)).toMatchObject({ reportsToId: one.id, customFields: { mentor: one.id } });
  const held = async (kind: string, id: string) => (await world.find(kind, id)).values;
  expect(await held('activity', activity.id)).toMatchObject({ contactId: world.uuid(one.id) });
  expect(await held('task', task.id)).toMatchObject({ contactId: world.uuid(one.id) });
  expect(await held('deal', deal.id)).toMatchObject({ contactId: world.uuid(one.id) });
  expect(await held('comment', comment.id)).toMatchObject({ recordId: one.id });
  expect(await world.hanging('share', one.id)).toMatchObject([{ access: 'write' }]);
  const followers = (await world.hanging('follow', one.id)).map(({ userId }) => userId);
  expect(followers.sort()).toEqual([world.admin.id, world.uuid(world.userId)].sort());
});

test('the id of what was merged leads to the winner: who reads is led on, who writes is told, and who refers means the winner', async () => {
  const [one, two, three] = [await person(), await person(), await person()];
  await merge([two.id, three.id]);
  await merge([one.id, two.id]);
  await expect(read(three.id)).rejects.toMatchObject({ code: 'merged', status: 308, members: { mergedInto: one.id } });
  await expect(world.edit(three.id, { title: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await code(run(restoreOperation(contact), { id: three.id } as never))).toBe('conflict');
  expect(await make('activity', { type: 'call', contactId: three.id })).toMatchObject({ contactId: one.id });
  expect(await make('comment', { recordId: three.id, body: 'Hm' })).toMatchObject({ recordId: one.id });
});

test('of two merges that cross one is refused, and an edit that comes too late is', async () => {
  const [one, two] = [await person(), await person()];
  const done = await Promise.all([code(merge([one.id, two.id])), code(merge([two.id, one.id]))]);
  expect(done.sort()).toEqual(['conflict', 'done']);
  const [three, four] = [await person(), await person()];
  const [merged, edited] = await Promise.all([
    code(merge([three.id, four.id])),
    code(world.edit(four.id, { title: 'Edited meanwhile' })),
  ]);
  expect(merged).toBe('done');
  // Either the edit came first and is part of what was merged, or it was refused: it is never lost.
  const { title } = await read(three.id);
  expect([edited, title]).toEqual(edited === 'done' ? ['done', 'Edited meanwhile'] : ['conflict', null]);
});

test('what still referred to a merged record when it was merged comes after it', async () => {
  const [one, two] = [await person(), await person()];
  const { id, changeSetId } = await merge([one.id, two.id]);
  const activity = await world.logLate(two.id);
  const input = { mergeId: world.uuid(id), changeSetId: world.uuid(changeSetId) };
  await execute(world.ports, settleChunk, input, {
    actor: world.admin,
    surface: 'test',
    requestId: 'r',
    changeSetId: input.changeSetId,
  });
  expect((await world.find('activity', activity)).values.contactId).toBe(world.uuid(one.id));
});

test('one contact, a value of a stranger, and an unknown field are refused', async () => {
  const [one, two, three] = [await person(), await person(), await person()];
  expect(await code(merge([one.id]))).toBe('validation_failed');
  expect(await code(merge([one.id, two.id], { fields: { title: three.id } }))).toBe('validation_failed');
  expect(await code(merge([one.id, two.id], { fields: { colour: two.id } }))).toBe('unknown_field');
  await refusalsIn(world)(mergeContacts, { ids: [one.id, two.id] });
});
