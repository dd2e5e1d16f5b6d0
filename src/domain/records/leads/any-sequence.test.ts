import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { deal } from '#domain/records/deals';
import { asProblem } from '#platform/errors';
import { getOperation } from '#platform/records';
import type { Answer } from '#platform/testing';
import { leadsWorld } from './leads-world.fixture.ts';
import { acceptLead } from './operations/accept-lead.ts';
import { assignLead } from './operations/assign-lead.ts';
import { convertOneLead } from './operations/convert-lead.ts';
import { disqualifyLead } from './operations/disqualify-lead.ts';
import { getLead } from './operations/get-lead.ts';
import { rejectLead } from './operations/reject-lead.ts';
import { updateLead } from './operations/update-lead.ts';
import { kindOfStatus, shippedLeadSettings } from './rules/lead-settings.ts';

const world = await leadsWorld();
const { run } = world;
const users: Answer[] = [];

beforeAll(async () => {
  for (const name of ['Bo', 'Cy', 'Di']) users.push(await world.user(name));
  await world.share(...users);
});

type Step = { name: string; do: (id: string, sets: string[]) => Promise<unknown> };
const asStep = (name: string, act: Step['do']): Step => ({ name, do: act });

const as = (index: number) => ({ actor: world.actorOf(users[index]) });
const statuses = ['new', 'assigned', 'accepted', 'working', 'qualified', 'disqualified'];
const user = fc.integer({ min: 0, max: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  user.map((index) => asStep(`assign ${index}`, (id) => run(assignLead, { id, ownerId: users[index].id }))),
  fc.constant(asStep('route', (id) => run(assignLead, { id }))),
  user.map((index) => asStep(`accept ${index}`, (id) => run(acceptLead, { id }, as(index)))),
  user.map((index) => asStep(`reject ${index}`, (id) => run(rejectLead, { id, reason: 'No.' }, as(index)))),
  fc.constant(asStep('disqualify', (id) => run(disqualifyLead, { id, reason: 'Spam' }))),
  fc.constant(asStep('take away', (id) => run(updateLead, { id, ownerId: null } as never))),
  fc.constantFrom(...statuses).map((status) => {
    const reason = status === 'disqualified' ? { disqualificationReason: 'Spam' } : {};
    return asStep(`status ${status}`, (id) => run(updateLead, { id, status, ...reason } as never));
  }),
  fc.constant(asStep('convert', (id) => run(convertOneLead, { id } as never))),
  fc.nat({ max: 3 }).map((back) =>
    asStep(`undo ${back}`, async (_id, sets) => {
      const set = sets.at(-1 - back);
      return set && world.undo(set);
    }),
  ),
);

/** What holds of every lead, whatever has been done with it and taken back. */
async function check(one: Answer): Promise<void> {
  const kind = kindOfStatus(shippedLeadSettings, one.status);
  expect(one.closedAt !== null, 'closed exactly when its status says so').toBe(
    kind === 'disqualified' || kind === 'converted',
  );
  expect(one.convertedAt !== null, 'converted exactly when its status says so').toBe(kind === 'converted');
  expect(one.dealId !== null, 'a deal exactly when converted').toBe(kind === 'converted');
  if (kind === 'assigned') expect(one.ownerId, 'an assigned lead has an owner').not.toBeNull();
  if (kind === 'new') expect(one.ownerId, 'a new lead has none').toBeNull();
  expect(one.assignedAt !== null, 'assigned since exactly when owned').toBe(one.ownerId !== null);
  if (one.dealId) expect(await run(getOperation(deal), { id: one.dealId })).toMatchObject({ leadId: one.id });
}

test('whatever is done with a lead and taken back, in any order, it stays sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { id } = await world.make();
      const sets: string[] = [];
      const made = await world.lastChangeSet();
      for (const one of steps) {
        try {
          await one.do(id, sets);
        } catch (error) {
          // Refusals are right; that something broke is not.
          expect(asProblem(error).status, String(error)).toBeLessThan(500);
          continue;
        }
        const last = await world.lastChangeSet();
        if (last !== made && !sets.includes(last)) sets.push(last);
        await check(await run(getLead, { id }));
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
