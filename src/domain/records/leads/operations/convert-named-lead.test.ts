import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { convertNamedLead } from './convert-named-lead.ts';

const world = await leadsWorld();

test('the lead in the body is converted as the one in the path is', async () => {
  const { id } = await world.make({ company: 'One AG' });
  const done = await world.run(convertNamedLead, { id, dealName: 'First' });
  expect(done).toMatchObject({ lead: { id, status: 'converted' }, deal: { name: 'First', leadId: id } });
  expect(await world.eventTypes()).toContain('crm.lead.converted');
  await world.refuses(convertNamedLead, { id });
});
