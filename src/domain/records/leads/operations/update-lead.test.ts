import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLead } from './get-lead.ts';
import { updateLead } from './update-lead.ts';

const world = await leadsWorld();
const { run, make, refuses } = world;
const change = (id: string, values: object) => run(updateLead, { id, ...values } as never);

test('only what is given changes; the name follows, and it is told', async () => {
  const { id } = await make({ company: 'Acme' });
  expect(await change(id, { lastName: 'Costa' })).toMatchObject({ name: 'Ana Costa', company: 'Acme', version: 2 });
  expect(await world.eventTypes()).toContain('crm.lead.updated');
});

test('who works on a lead has accepted it', async () => {
  const { id } = await make();
  const working = await change(id, { status: 'working' });
  expect(working).toMatchObject({ status: 'working', acceptedAt: expect.any(String), closedAt: null });
  expect((await change(id, { status: 'qualified' })).acceptedAt).toBe(working.acceptedAt);
  expect((await world.told('crm.lead.status_changed')).at(-1)).toMatchObject({
    data: { from: 'working', to: 'qualified' },
  });
});

test('a new owner has to answer anew', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const { id } = await make({ ownerId: bo.id });
  await change(id, { status: 'accepted' });
  const given = await change(id, { ownerId: cy.id });
  expect(given).toMatchObject({
    status: 'assigned',
    acceptedAt: null,
    assignedBecause: 'Ada Admin assigned it by hand.',
  });
  expect(await change(id, { ownerId: null })).toMatchObject({ status: 'new', assignedAt: null, ownerId: null });
});

test('a status that cannot be is refused, with what to do', async () => {
  const { id } = await make();
  for (const values of [
    { status: 'dancing' },
    { status: 'converted' },
    { status: 'assigned' },
    { status: 'disqualified' },
  ])
    await expect(change(id, values)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(change(id, { status: 'disqualified', disqualificationReason: 'Bad hair' })).rejects.toThrow('No budget');
  await refuses(updateLead, { id, title: 'x' });
});

test('a disqualified lead can be opened again', async () => {
  const { id } = await make();
  await change(id, { status: 'disqualified', disqualificationReason: 'No need' });
  expect(await change(id, { status: 'working' })).toMatchObject({ closedAt: null, disqualificationReason: null });
});

test('undo takes a lead back to whom it belonged, as if nothing had been', async () => {
  const bo = await world.user();
  const before = await make();
  await change(before.id, { ownerId: bo.id });
  await world.undoLast();
  const after = await run(getLead, { id: before.id });
  for (const name of ['ownerId', 'status', 'assignedAt', 'slaDueAt', 'assignedBecause'])
    expect(after[name]).toEqual(before[name]);
});
