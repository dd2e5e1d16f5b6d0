import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { listContactLeads } from './list-contact-leads.ts';

const world = await leadsWorld();

test('the leads of one contact are listed, and of no other', async () => {
  const made = await world.make({ email: 'ana@one.example', company: 'One AG' });
  await world.make({ email: 'bo@two.example', company: 'Two AG' });
  const { data } = await world.run(listContactLeads, { id: made.contactId });
  expect(data).toMatchObject([{ id: made.id }]);
  await world.refuses(listContactLeads, { id: made.contactId });
});
