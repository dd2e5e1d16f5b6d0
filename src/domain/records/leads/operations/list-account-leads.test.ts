import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { listAccountLeads } from './list-account-leads.ts';

const world = await leadsWorld();

test('the leads of one account are listed, and of no other', async () => {
  const made = await world.make({ email: 'ana@one.example', company: 'One AG' });
  await world.make({ email: 'bo@two.example', company: 'Two AG' });
  const { data } = await world.run(listAccountLeads, { id: made.accountId });
  expect(data).toMatchObject([{ id: made.id }]);
  await world.refuses(listAccountLeads, { id: made.accountId });
});
