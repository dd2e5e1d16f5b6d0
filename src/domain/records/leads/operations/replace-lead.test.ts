import { expect, test } from 'vitest';
import { leadsWorld } from '../leads-world.fixture.ts';
import { replaceLead } from './replace-lead.ts';

const world = await leadsWorld();

test('what is not given becomes empty, but a lead keeps its contact and its status', async () => {
  const made = await world.make({ company: 'Acme', tags: ['a'] });
  expect(await world.run(replaceLead, { id: made.id, lastName: 'Costa' } as never)).toMatchObject({
    ...{ name: 'Costa', firstName: null, company: null, tags: [], status: 'new', contactId: made.contactId },
  });
  expect(await world.eventTypes()).toContain('crm.lead.updated');
  await world.refuses(replaceLead, { id: made.id, lastName: 'x' });
});
