import { expect, test } from 'vitest';
import { deal } from '#domain/records/deals';
import { createOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listDealHistory } from './list-deal-history.ts';

const world = await historyWorld();
const { run, code } = world;
const make = () => run(createOperation(deal), { name: 'Rollout', amount: '1200.50' } as never);

test('the changes of a deal are kept, money to the cent', async () => {
  const { id } = await make();
  await world.change(deal, { id, amount: '99.99', nextStep: 'Send the offer' });
  const [{ changes }] = (await run(listDealHistory, { id })).data;
  expect(changes).toContainEqual(expect.objectContaining({ field: 'amount', before: '1200.50', after: '99.99' }));
  expect(changes).toContainEqual(expect.objectContaining({ field: 'nextStep', before: null, after: 'Send the offer' }));
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await make();
  expect(await code(run(listDealHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listDealHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listDealHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
