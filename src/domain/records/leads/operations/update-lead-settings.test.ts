import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { shippedLeadSettings } from '../rules/lead-settings.ts';
import { getLeadSettings } from './get-lead-settings.ts';
import { updateLead } from './update-lead.ts';
import { updateLeadSettings } from './update-lead-settings.ts';

const world = await leadsWorld();
const { run, make } = world;
const { statuses } = shippedLeadSettings;
const nurturing = { name: 'nurturing', label: 'Nurturing', kind: 'open' as const };

test('a workspace has statuses and reasons of its own, and that is told', async () => {
  await run(updateLeadSettings, { statuses: [...statuses, nurturing], disqualificationReasons: ['Bad hair'] });
  const { id } = await make();
  expect(await run(updateLead, { id, status: 'nurturing' } as never)).toMatchObject({ status: 'nurturing' });
  await run(updateLead, { id, status: 'disqualified', disqualificationReason: 'Bad hair' } as never);
  expect(await world.eventTypes()).toContain('crm.lead_settings.updated');
});

test('a status in which leads stand cannot go', async () => {
  await run(updateLeadSettings, { statuses: [...statuses, nurturing] });
  await make({ status: 'nurturing' });
  await expect(run(updateLeadSettings, {})).rejects.toThrow("1 leads stand in the status 'nurturing'");
  expect((await run(getLeadSettings, {})).statuses).toContainEqual(nurturing);
});

test('the time to answer follows the tier', async () => {
  await run(updateLeadSettings, {
    ...{ statuses: [...statuses, nurturing], answerWithinMinutes: { SALES_READY: 1, HOT: 2, WARM: 3, COLD: 10 } },
  });
  const made = await make();
  expect(Date.parse(made.slaDueAt) - Date.parse(made.createdAt)).toBe(600_000);
});

test('settings that make no sense are refused', async () => {
  const renamed = (index: number, more: object) =>
    statuses.map((one, at) => (at === index ? { ...one, ...more } : one));
  const wrong = [
    { statuses: statuses.slice(1) },
    { statuses: renamed(0, { kind: 'assigned' }) },
    { statuses: renamed(0, { name: 'assigned' }) },
    { statuses: renamed(0, { name: 'Neu!' }) },
    { disqualificationReasons: [] },
    { answerWithinMinutes: { HOT: 1 } },
    { answerWithinMinutes: { SALES_READY: 0, HOT: 2, WARM: 3, COLD: 10 } },
  ];
  for (const input of wrong)
    await expect(run(updateLeadSettings, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(updateLeadSettings, {}, { expectedVersion: 99 })).rejects.toMatchObject({ code: 'version_changed' });
  await world.refuses(updateLeadSettings, {}, 'strange');
});
