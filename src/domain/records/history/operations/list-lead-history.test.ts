import { expect, test } from 'vitest';
import { lead } from '#domain/records/leads';
import { createOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listLeadHistory } from './list-lead-history.ts';

const world = await historyWorld();
const { run, code } = world;
const made = () => run(createOperation(lead), { lastName: 'Silva' } as never);

test('the changes of one lead come newest first, with before and after', async () => {
  const { id } = await made();
  const changeSetId = await world.change(lead, { id, campaign: 'Spring' });
  expect((await run(listLeadHistory, { id })).data).toMatchObject([
    { changeSet: { id: changeSetId }, changes: [{ field: 'campaign', before: null, after: 'Spring' }] },
  ]);
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await made();
  expect(await code(run(listLeadHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listLeadHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listLeadHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
