import { expect, test } from 'vitest';
import { execute } from '#platform/operations';
import { leadsWorld } from '../leads-world.fixture.ts';
import { exportLeads } from './export-leads.ts';

const world = await leadsWorld();
const exported = async (actor = world.admin) => {
  const call = { actor, surface: 'test', requestId: 'export' };
  const { output } = await execute(world.ports, exportLeads, {}, call);
  let text = '';
  for await (const chunk of output.chunks) text += chunk;
  return text;
};

test('leads are exported with the names of what they refer to, and formulas are neutralised', async () => {
  await world.make({ company: '=cmd()', email: 'ana@export.example' });
  const text = await exported();
  expect(text).toContain('Ana Silva');
  expect(text).toContain("'=cmd()");
  expect(await exported(world.stranger)).not.toContain('Ana');
  await world.refuses(exportLeads, {}, 'strange');
});
