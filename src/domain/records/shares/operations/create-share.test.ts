import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { listOperation } from '#platform/records';
import { sharesWorld } from '../shares-world.fixture.ts';
import { createShare } from './create-share.ts';

let now = new Date('2026-06-01T12:00:00.000Z');
const world = await sharesWorld(() => now);
const { run, person, colleague, make, sharedWith, refuses } = world;
const [bo, cleo] = [await colleague('Bo'), await colleague('Cleo')];

test('a record is shared with a user until a moment, who finds it and is told', async () => {
  const { id } = await person({ firstName: 'Dora' });
  const made = await make({ recordId: id, userId: bo.id, until: '2026-06-02T00:00:00.000Z' });
  expect(made).toMatchObject({ id: expect.stringMatching(/^sr_/), record: { id, name: 'Dora' }, access: 'read' });
  expect(await sharedWith(bo.actor)).toEqual(['Dora']);
  expect(await sharedWith(world.admin, bo.id)).toEqual(['Dora']);
  expect(await sharedWith({ ...cleo.actor, role: 'manager' })).toEqual([]);
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.share.created', 'notification.shared']));
  now = new Date('2026-06-02T00:00:00.000Z');
  expect(await sharedWith(bo.actor)).toEqual([]);
});

test('with a role it is shared with everybody who has it', async () => {
  const { id } = await person({ firstName: 'Emil' });
  await make({ recordId: id, role: 'rep', access: 'write' });
  expect(await sharedWith(cleo.actor)).toEqual(['Emil']);
  expect(await sharedWith({ ...cleo.actor, role: 'manager' })).toEqual([]);
});

test('the filter stands beside others, and can be turned round', async () => {
  const filter = { and: [{ sharedWith: { ne: 'me' } }, { firstName: { eq: 'Emil' } }] };
  expect((await run(listOperation(contact), { filter }, { actor: bo.actor })).data).toEqual([]);
  for (const operand of ['you', 7, null, { eq: 1 }])
    await expect(
      run(listOperation(contact), { filter: { sharedWith: { eq: operand } } }, { actor: bo.actor }),
    ).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listOperation(contact), { filter: { sharedWith: 'me' } })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('twice with the same user is refused, and so are mistakes', async () => {
  const { recordId } = await make({ userId: bo.id });
  await expect(make({ recordId, userId: bo.id })).rejects.toMatchObject({ code: 'conflict' });
  const wrong = [
    {},
    { userId: bo.id, role: 'rep' },
    { role: 'king' },
    { userId: 'us_00000000000000000000000000000000' },
    { userId: bo.id, until: '2020-01-01' },
    { userId: bo.id, access: 'own' },
  ];
  for (const one of wrong) await expect(make(one)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createShare, { recordId, userId: cleo.id });
  await expect(
    run(createShare, { recordId, userId: cleo.id } as never, { actor: world.stranger }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
});
