import { expect, test } from 'vitest';
import { markOverdueLeads } from '../jobs/mark-overdue-leads.ts';
import { leadsWorld } from '../leads-world.fixture.ts';
import { acceptLead } from './accept-lead.ts';
import { assignLead } from './assign-lead.ts';
import { getLead } from './get-lead.ts';
import { markOverdueChunk } from './mark-overdue-chunk.ts';

const at = { ms: Date.parse('2026-11-01T10:00:00Z') };
const world = await leadsWorld({ clock: { now: () => new Date(at.ms) } });
const hourMs = 3_600_000;
const overdueAt = async (id: string) => (await world.run(getLead, { id })).overdueAt;

test('a lead that nobody has accepted in time is marked and told once; an accepted one is not', async () => {
  const bo = await world.user();
  const [waiting, taken] = [await world.make({ ownerId: bo.id }), await world.make({ ownerId: bo.id })];
  await world.run(acceptLead, { id: taken.id }, { actor: world.actorOf(bo) });
  at.ms += 71 * hourMs;
  await world.work(markOverdueLeads);
  expect(await overdueAt(waiting.id)).toBeNull();
  at.ms += 2 * hourMs;
  await world.work(markOverdueLeads);
  await world.work(markOverdueLeads);
  expect([await overdueAt(waiting.id), await overdueAt(taken.id)]).toEqual([waiting.slaDueAt, null]);
  expect(await world.told('crm.lead.overdue')).toMatchObject([{ data: { ownerId: bo.id } }]);
});

test('who gets an overdue lead has time again', async () => {
  const { id } = await world.make();
  at.ms += 100 * hourMs;
  await world.work(markOverdueLeads);
  const cy = await world.user('Cy');
  const given = await world.run(assignLead, { id, ownerId: cy.id });
  expect(given).toMatchObject({ overdueAt: null });
  expect(Date.parse(given.slaDueAt)).toBe(at.ms + 72 * hourMs);
});

test('it is refused without permission and with input', async () => {
  await world.refuses(markOverdueChunk, {}, 'strange');
  expect(await world.run(markOverdueChunk, {}, { actor: world.stranger })).toEqual({ marked: 0, more: false });
});
