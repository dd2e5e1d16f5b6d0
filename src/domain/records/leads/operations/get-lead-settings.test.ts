import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLeadSettings } from './get-lead-settings.ts';

const world = await leadsWorld();

test('the shipped statuses, reasons and times hold until somebody decides otherwise', async () => {
  const { statuses, answerWithinMinutes } = await world.run(getLeadSettings, {});
  expect(statuses.map((one: { name: string }) => one.name)).toEqual([
    'new',
    'assigned',
    'accepted',
    'working',
    'qualified',
    'disqualified',
    'converted',
  ]);
  expect(answerWithinMinutes).toMatchObject({ SALES_READY: 60, COLD: 4320 });
  await world.refuses(getLeadSettings, {}, 'strange');
});
