import { expect, test } from 'vitest';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { competitor, deal } from '#domain/records/deals';
import { lineItem } from '#domain/records/products';
import { task } from '#domain/records/tasks';
import { scoringModule } from '#domain/scoring';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import {
  createOperation,
  createRecords,
  deleteOperation,
  getOperation,
  listOperation,
  updateOperation,
} from '#platform/records';
import { searchHandler } from '#platform/search';
import { demoWorld } from '../demo-world.fixture.ts';
import { createDemo } from './create-demo.ts';
import { getDemo } from './get-demo.ts';
import { removeDemo } from './remove-demo.ts';

const world = await demoWorld();
const addOwnParts = defineOperation({
  name: 'test.addOwnParts',
  summary: 'Adds to a deal what somebody might add.',
  kind: 'write',
  permission: 'demo:write',
  input: z.strictObject({ dealId: idSchema('deal') }),
  async run(context, { dealId }) {
    await createRecords(context, competitor, [{ dealId, name: 'Own rival' }]);
    await createRecords(context, lineItem, [{ dealId, name: 'Own item' }]);
    await createRecords(context, task, [{ dealId, subject: 'Own task' }]);
  },
});
const createContact = createOperation(contact);
const logActivity = createOperation(activity);
const company = await world.run(createOperation(account), { name: 'Own GmbH' });
const [own, deleted] = [
  await world.run(createContact, { firstName: 'Own', email: 'own@example.com', accountId: company.id }),
  await world.run(createContact, { firstName: 'Deleted', source: 'demo' }),
];
const note = await world.run(logActivity, { type: 'note', contactId: own.id });

test('where there is no demo there is nothing to take away', async () => {
  await expect(world.run(removeDemo, {})).rejects.toMatchObject({ code: 'not_found' });
  const actor = world.actorWith('demo:read');
  await expect(world.run(removeDemo, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(removeDemo, { force: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('exactly the demo goes; what people made stays, without its links to the demo', async () => {
  const before = await world.counts();
  await world.run(createDemo, { contacts: 700 });
  await world.make();
  const handlers = [searchHandler(), ...(scoringModule.handlers ?? [])];
  await world.handle(...handlers);
  const ofDemo = { and: [{ source: { eq: 'demo' } }, { email: { empty: false } }] };
  const [person] = (await world.run(listOperation(contact), { filter: ofDemo, limit: 1 })).data;
  const update = updateOperation(contact);
  await world.run(update, { id: own.id, accountId: person.accountId, reportsToId: person.id });
  await world.run(update, { id: deleted.id, accountId: person.accountId });
  await world.run(deleteOperation(contact), { id: deleted.id });
  await world.run(updateOperation(account), { id: company.id, parentAccountId: person.accountId });
  await world.run(updateOperation(activity), { id: note.id, accountId: person.accountId });
  await world.run(logActivity, { type: 'note', contactId: person.id });
  await world.run(logActivity, { type: 'note', accountId: person.accountId });

  const [business] = (await world.run(listOperation(deal), { limit: 1 })).data;
  await world.run(addOwnParts, { dealId: business.id });
  await world.run(removeDemo, {}, { actor: world.actorWith('demo:write') });
  await expect(world.run(removeDemo, {}, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.takeAway(2)).rejects.toThrow(/next start/);
  expect((await world.run(getDemo, {})).status).toBe('removing');
  await world.takeAway();
  expect(await world.run(getDemo, {})).toMatchObject({ status: 'none' });
  expect(await world.eventTypes()).toContain('demo.removed');
  await world.handle(...handlers);

  // A rival and an item are nothing without their deal; a task is still to be done.
  expect(await world.counts()).toEqual({ ...before, scores: 0, tasks: 1 });
  expect(await world.run(getOperation(contact), { id: own.id })).toMatchObject({ accountId: null, reportsToId: null });
  expect(await world.run(getOperation(account), { id: company.id })).toMatchObject({ parentAccountId: null });
  expect(await world.run(getOperation(activity), { id: note.id })).toMatchObject({
    accountId: null,
    contactId: own.id,
  });
  const found = await world.run(listOperation(contact), { q: person.firstName });
  expect(found.data).toEqual([]);
});

test('a demo that is being made can be taken away, and another made after it', async () => {
  const before = await world.counts();
  await world.run(createDemo, { contacts: 700 });
  await expect(world.make(2)).rejects.toThrow(/goes on/);
  await world.run(removeDemo, {});
  await world.make();
  await world.takeAway();
  expect(await world.counts()).toEqual(before);
  await world.run(createDemo, { contacts: 1 });
  await world.make();
  expect(await world.run(getDemo, {})).toMatchObject({ status: 'ready', accounts: 1, contacts: 1 });
});
