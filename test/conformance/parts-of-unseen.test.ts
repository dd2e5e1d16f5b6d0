import { expect, test } from 'vitest';
import type { Actor } from '#platform/actor';
import { type Answer, testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const { workspaceId, admin } = world;
const call = (name: string, input: object, actor: Actor = admin): Promise<Answer> =>
  world.run(operations.get(name) as never, input as never, { actor });

const contact = await call('contacts.create', { firstName: 'Ana' });
const deal = await call('deals.create', { name: 'Licences' });
const user = await call('users.create', { name: 'Bo', email: 'bo@example.com', role: 'rep' });

interface Hanging {
  kind: string;
  area: string;
  make: [operation: string, input: object];
  update?: [operation: string, input: object];
  remove: string;
  restore?: string;
  list?: [operation: string, input: object];
}

const ofDeal = { recordId: deal.id };
const hangings: Hanging[] = [
  {
    kind: 'relationship',
    area: 'relationships',
    make: ['relationships.create', { fromId: contact.id, toId: deal.id, type: 'decision_maker' }],
    update: ['relationships.update', { strength: 1 }],
    remove: 'relationships.delete',
    restore: 'relationships.restore',
  },
  {
    kind: 'comment',
    area: 'comments',
    make: ['comments.create', { ...ofDeal, body: 'Said' }],
    update: ['comments.update', { body: 'Unsaid' }],
    remove: 'comments.delete',
    restore: 'comments.restore',
  },
  {
    kind: 'share',
    area: 'shares',
    make: ['shares.create', { ...ofDeal, userId: user.id }],
    update: ['shares.update', { access: 'write' }],
    remove: 'shares.delete',
    restore: 'shares.restore',
  },
  {
    kind: 'stakeholder',
    area: 'stakeholders',
    make: ['deals.addStakeholder', { id: deal.id, contactId: contact.id, role: 'champion' }],
    update: ['stakeholders.update', { notes: 'x' }],
    remove: 'stakeholders.delete',
    list: ['deals.stakeholders', { id: deal.id }],
  },
  {
    kind: 'competitor',
    area: 'competitors',
    make: ['deals.addCompetitor', { id: deal.id, name: 'Rival' }],
    update: ['competitors.update', { notes: 'x' }],
    remove: 'competitors.delete',
    list: ['deals.competitors', { id: deal.id }],
  },
  {
    kind: 'line item',
    area: 'lineItems',
    make: ['deals.addLineItem', { id: deal.id, name: 'Seat', unitPrice: '10' }],
    update: ['lineItems.update', { quantity: 2 }],
    remove: 'lineItems.delete',
    list: ['deals.lineItems', { id: deal.id }],
  },
];

test.each(hangings.map((one) => [one.kind, one] as const))(
  'a %s is neither made nor changed, taken away, brought back or undone by somebody who may not read what it hangs on',
  async (_kind, { area, make, update, remove, restore, list }) => {
    const actions = ['read', 'write', 'delete'].map((action) => `${area}:${action}`);
    // Whoever reaches every record is still bound to the kinds that they may read.
    const permitted = world.actorWith(...actions, 'contacts:read', 'changes:*');
    const actor = { ...permitted, id: admin.id, role: 'admin', workspaceId };
    const refused = async (name: string, input: object) =>
      expect(call(name, input, actor), name).rejects.toMatchObject({ code: 'not_allowed' });
    await refused(...make);
    const { id } = await call(...make);
    const madeBy = (await call('changes.latest', {})).changeSet.id;
    if (list) await refused(...list);
    if (update) await refused(update[0], { id, ...update[1] });
    await refused(remove, { id });
    await refused('changes.undo', { changeSetId: madeBy });
    await call(remove, { id });
    const removedBy = (await call('changes.latest', {})).changeSet.id;
    if (restore) await refused(restore, { id });
    await refused('changes.undo', { changeSetId: removedBy });
    await call('changes.undo', { changeSetId: removedBy });
    await call(remove, { id }, { ...actor, permissions: new Set([...(actor.permissions ?? []), 'deals:read']) });
  },
);

test('a follow is not ended by somebody who may not read what is followed', async () => {
  await call('follows.create', { recordId: deal.id });
  const actor = world.actorWith('follows:read', 'follows:write', 'contacts:read');
  for (const name of ['follows.create', 'follows.delete'])
    await expect(call(name, { recordId: deal.id }, actor)).rejects.toMatchObject({ code: 'not_allowed' });
});
