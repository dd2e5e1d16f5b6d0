import '../events.ts';
import { z } from 'zod';
import { normaliseEmail, normalisePhone } from '#domain/matching';
import { activity } from '#domain/records/activities';
import { contact, type ReadContact } from '#domain/records/contacts';
import { type DealExtra, deal } from '#domain/records/deals';
import { type LeadExtra, lead } from '#domain/records/leads';
import { allStages } from '#domain/records/pipelines';
import { activeModel, type ScoringModel, scoreNew } from '#domain/scoring';
import type { Context } from '#platform/context';
import { defineOperation } from '#platform/operations';
import { createRecords } from '#platform/records';
import type { DemoAccount } from '../rules/accounts.ts';
import type { DemoActivity } from '../rules/activities.ts';
import type { People } from '../rules/chunks.ts';
import type { DemoContact } from '../rules/contacts.ts';
import { dealsOf } from '../rules/deals.ts';
import { leadsOf } from '../rules/leads.ts';
import { activityValues, contactValues, dealValues, leadValues } from '../rules/values.ts';
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
  summary: 'Adds some contacts to the demo, with their activities.',
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
    const done = Map.groupBy(activities, ({ contactIndex }) => contactIndex);
    const accountOf = (index: number) => accountIds[index] ?? '';
    const sets = contacts.map((one) => ({
      ...contactValues(one, accountOf(one.accountIndex), ownerId),
      ...scoreFields(model, one, accounts[one.accountIndex], done.get(one.index), context.now),
    }));
    const made = await createRecords(context, contact, sets, { extras: contacts.map(readAlready) });
    const first = contacts[0]?.index ?? 0;
    const contactIds = made.map(({ id }) => id);
    const logged = await createRecords(
      context,
      activity,
      activities.map((one) =>
        activityValues(one, contactIds[one.contactIndex - first] ?? '', accountOf(one.accountIndex), ownerId),
      ),
    );
    await insertChunks(context.tx, demo.id, [
      { object: 'contact', position, recordIds: contactIds },
      { object: 'activity', position, recordIds: logged.map(({ id }) => id) },
      {
        object: 'lead',
        position,
        recordIds: await addLeads(context, demo, { people, accounts, accountIds, contactIds }),
      },
      {
        object: 'deal',
        position,
        recordIds: await addDeals(context, demo, { people, accounts, accountIds, contactIds }),
      },
    ]);
    if (last) await finish(context, demo);
    else context.unfinished();
    return { goOn: true };
  },
});

/** The interests that these people have shown; the rules of the workspace are not asked who gets them. */
async function addLeads(
  context: Context,
  { seed, madeFor, ownerId }: Demo,
  chunk: Omit<PeopleChunk, 'last'> & { contactIds: readonly string[] },
): Promise<string[]> {
  const { people, accounts, accountIds, contactIds } = chunk;
  const first = people.contacts[0]?.index ?? 0;
  const sets = leadsOf(people.contacts, seed, madeFor).flatMap((one) => {
    const person = people.contacts[one.contactIndex - first];
    if (!person) return [];
    const belongings = {
      contact: person,
      contactId: contactIds[one.contactIndex - first] ?? '',
      company: accounts[person.accountIndex]?.name ?? '',
      accountId: accountIds[person.accountIndex] ?? '',
    };
    return [leadValues(one, { ...belongings, ownerId, now: madeFor })];
  });
  const extras = sets.map((): LeadExtra => ({ route: 'no' }));
  return (await createRecords(context, lead, sets, { extras })).map(({ id }) => id);
}

/** A year of business with these people, in the stages of the default pipeline. */
async function addDeals(
  context: Context,
  { seed, madeFor, ownerId }: Demo,
  chunk: Omit<PeopleChunk, 'last'> & { contactIds: readonly string[] },
): Promise<string[]> {
  const { people, accounts, accountIds, contactIds } = chunk;
  const first = people.contacts[0]?.index ?? 0;
  const stages = (await allStages(context.tx)).filter((one) => one.isDefault && !one.gone);
  const sets = dealsOf(people.contacts, seed, madeFor).flatMap((one) => {
    const person = people.contacts[one.contactIndex - first];
    const values =
      person &&
      dealValues(one, {
        contactId: contactIds[one.contactIndex - first] ?? '',
        company: accounts[person.accountIndex]?.name ?? '',
        accountId: accountIds[person.accountIndex] ?? '',
        leadSource: person.leadSource,
        ownerId,
        stages,
      });
    return values ? [values] : [];
  });
  const extras = sets.map((): DealExtra => ({ imported: true, unasked: true }));
  return (await createRecords(context, deal, sets, { extras })).map(({ id }) => id);
}

async function finish(context: Context, demo: Demo): Promise<void> {
  const made = await countMade(context.tx, demo.id);
  const data = {
    accounts: made.account.records,
    contacts: made.contact.records,
    activities: made.activity.records,
    leads: made.lead.records,
    deals: made.deal.records,
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
