import { expect, test } from 'vitest';
import { lead, leadsModule } from '#domain/records/leads';
import { historyWorld } from '../history-world.fixture.ts';
import { listLeadHistory } from './list-lead-history.ts';

const world = await historyWorld();
const { run, code } = world;

async function make(): Promise<{ id: string }> {
  const create = leadsModule.operations?.find((one) => one.name === 'leads.create');
  if (!create) throw new Error('Leads cannot be created.');
  return run(create, { firstName: 'Ana', email: 'ana@acme.example' } as never);
}

test('the changes of a lead are kept', async () => {
  const { id } = await make();
  await world.change(lead, { id, campaign: 'Spring fair' });
  const [{ changes }] = (await run(listLeadHistory, { id })).data;
  expect(changes).toContainEqual(expect.objectContaining({ field: 'campaign', before: null, after: 'Spring fair' }));
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await make();
  expect(await code(run(listLeadHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listLeadHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listLeadHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
