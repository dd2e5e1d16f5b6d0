import '../events.ts';
import { z } from 'zod';
import { normaliseEmail, normalisePhone } from '#domain/matching';
import { activity } from '#domain/records/activities';
import { contact, lifecycleIn, type ReadContact } from '#domain/records/contacts';
import { activeModel, type ScoringModel, scoreNew } from '#domain/scoring';
import type { Context } from '#platform/context';
import { defineOperation } from '#platform/operations';
import { createRecords } from '#platform/records';
import { castOf } from '../cast.ts';
import { makeDeals, plannedDeals, productsOf } from '../make-deals.ts';
import { makeLeads } from '../make-leads.ts';
import { makeTasks } from '../make-tasks.ts';
import { relateColleagues } from '../relate-colleagues.ts';
import type { DemoAccount } from '../rules/accounts.ts';
import type { DemoActivity } from '../rules/activities.ts';
import type { People } from '../rules/chunks.ts';
import type { DemoContact } from '../rules/contacts.ts';
import { activityValues, contactValues } from '../rules/values.ts';
import { chunkIds, countMade, insertChunks } from '../store/demo-chunks.ts';
import { type Demo, lockDemo, setDemoStatus } from '../store/demos.ts';

/** Some of the people of a demo with what they have done, and the companies that they work for. */
export interface PeopleChunk {
  people: People;
  accounts: readonly DemoAccount[];
  accountIds: readonly string[];
  /** Nobody comes after these. */
  last: boolean;
}

export const addPeople = defineOperation({
  name: 'demo.addPeople',
  summary: 'Adds some contacts to the demo, with all that was done with them.',
  kind: 'write',
  permission: 'demo:write',
  input: z.custom<PeopleChunk>((value) => typeof value === 'object' && value !== null && 'people' in value),
  async run(context, { people, accounts, accountIds, last }) {
    const { position, contacts, activities } = people;
    const demo = await lockDemo(context.tx);
    if (demo?.status !== 'making') return { goOn: false };
    if (await chunkIds(context.tx, demo.id, 'contact', position)) return { goOn: true };
    const { ownerId } = demo;
    const { model } = await activeModel(context);
    const stageHere = await stagesHere(context);
    const plans = await plannedDeals(context, demo, contacts);
    const done = Map.groupBy([...activities, ...plans.flatMap((plan) => plan.activities)], (one) => one.contactIndex);
    const accountOf = (index: number) => accountIds[index] ?? '';
    const sets = contacts.map((one) => ({
      ...contactValues(one, accountOf(one.accountIndex), ownerId),
      lifecycleStage: stageHere(one.lifecycleStage),
      ...scoreFields(model, one, accounts[one.accountIndex], done.get(one.index), context.now),
    }));
    const made = await createRecords(context, contact, sets, { extras: contacts.map(readAlready) });
    const first = contacts[0]?.index ?? 0;
    const contactIds = made.map(({ id }) => id);
    const logged = await createRecords(
      context,
      activity,
      activities.map((one) =>
        activityValues(one, {
          contactId: contactIds[one.contactIndex - first] ?? '',
          accountId: accountOf(one.accountIndex),
          ownerId,
        }),
      ),
    );
    const cast = castOf({ contacts, contactIds, accounts, accountIds });
    await relateColleagues(context, cast);
    const productIds = await productsOf(context, demo);
    const leads = await makeLeads(context, demo, cast);
    const deals = await makeDeals(context, demo, cast, { plans, productIds });
    const taskIds = await makeTasks(context, demo, { leads: leads.made, deals: deals.made });
    await insertChunks(context.tx, demo.id, [
      { object: 'contact', position, recordIds: contactIds },
      { object: 'activity', position, recordIds: [...logged.map(({ id }) => id), ...deals.activityIds] },
      { object: 'lead', position, recordIds: leads.ids },
      { object: 'deal', position, recordIds: deals.ids },
      { object: 'task', position, recordIds: taskIds },
    ]);
    if (last) await finish(context, demo);
    else context.unfinished();
    return { goOn: true };
  },
});

async function finish(context: Context, demo: Demo): Promise<void> {
  const made = await countMade(context.tx, demo.id);
  const data = {
    accounts: made.account.records,
    contacts: made.contact.records,
    activities: made.activity.records,
    leads: made.lead.records,
    deals: made.deal.records,
    products: made.product.records,
    tasks: made.task.records,
  };
  setDemoStatus(context, demo.id, 'ready');
  context.emit({ type: 'demo.ready', data });
}

/** A demo shows its scores at once, and not when they have been computed behind it. */
function scoreFields(
  model: ScoringModel,
  { title, department, country }: DemoContact,
  account: DemoAccount | undefined,
  done: readonly DemoActivity[] | undefined,
  now: Date,
) {
  const activities = done?.map(({ type, at }) => ({ type, atMs: at.getTime() })) ?? [];
  const { industry, employeeCount, annualRevenue } = account ?? {};
  const subject = { title, department, country, industry, employeeCount, annualRevenue, activities };
  return scoreNew(model, subject, now.getTime());
}

/** The addresses are in their normal form and belong to nobody: no domain of the demo can be owned. */
function readAlready({ email, phone }: DemoContact): ReadContact {
  const address = normaliseEmail(email).value;
  const number = phone === null ? undefined : normalisePhone(phone).value;
  return { emails: address ? [address] : [], phones: number ? [number] : [], badValues: 0 };
}

/** The stage of life of somebody of the demo; a workspace that does not have it has one of all with a lead. */
async function stagesHere(context: Context): Promise<(stage: string) => string> {
  const { stages } = await lifecycleIn(context.tx);
  return (stage) => (stages.some(({ name }) => name === stage) ? stage : 'lead');
}
