import './errors.ts';
import { activeUsers } from '#domain/identity';
import { contact, lifecycleIn, stagesBefore } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { parseId, publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { answerWritten, createOperation, currentValues, updateRecords } from '#platform/records';
import { accountFor, contactsFor, type FoundPerson, holdPeople, type Person } from './contacts-of-leads.ts';
import { converted } from './events.ts';
import { lead } from './fields.ts';
import { type ContactOnConversion, filledIn } from './rules/conversion.ts';
import { statusOf } from './rules/lead-settings.ts';
import { accountsThere, contactFacts } from './store/contact-facts.ts';
import { settingsIn } from './store/lead-settings.ts';
import { heldLead, refuseClosed, writeLead } from './write-lead.ts';

const createDeal = createOperation(deal);

export interface Wish {
  dealName?: string | undefined;
  /** An account to link instead of the one that is known or found by the company's name. */
  accountId?: string | null | undefined;
  /** Other values of the deal. */
  deal: Values;
}

/**
 * Makes a lead into a deal with its account and contact, all in the transaction of the caller and so in one change set. Of two at once the
 * second waits for the first and is told. Errors: `not_found`, `already_converted`, `conflict` for a disqualified lead, and what the deal
 * is refused for.
 */
export async function convertLead(context: Context, id: string, wish: Wish): Promise<Record<string, unknown>> {
  // The locks of people come before that of the lead: an import takes them in this order.
  const person = await personOf(context, id, wish);
  holdPeople(context, [person]);
  const values = await heldLead(context, id);
  refuseConverted(id, values);
  refuseClosed(id, values);
  await refuseUnseenAccount(context, wish);
  // The lead is the actor's to convert, whoever has the contact and the account that it is about.
  const [found, there, ownerId, { settings }] = await Promise.all([
    beyondReach(() => contactOf(context, values, person)),
    beyondReach(() => accountsThere(context.sql, wishedAccounts(values, person))),
    ownerOf(context, values, wish),
    settingsIn(context.tx),
  ]);
  const accountId = await beyondReach(() => accountOf(context, { values, person, there, found }));
  // Side by side: the statements of one leave with those of the other.
  const [made] = await Promise.all([
    beyondReach(() => dealOf(context, { id, values, found, accountId, ownerId, wish })),
    beyondReach(() => completeContact(context, found.contactId, { lead: values, accountId, ownerId })),
  ]);
  const dealId = parseId(deal.prefix, made.id);
  const at = context.now.toISOString();
  const set = {
    ...{ status: statusOf(settings, 'converted'), convertedAt: at, closedAt: at, dealId },
    ...{ contactId: found.contactId, accountId, acceptedAt: values.acceptedAt ?? at },
  };
  await writeLead(context, id, set);
  const shown = { dealId: publicId(deal.prefix, dealId), contactId: publicId('ct', found.contactId) };
  const data = { ...shown, accountId: accountId && publicId('ac', accountId) };
  context.emit({ type: converted.type, object: lead.name, recordIds: [id], data });
  return {
    changeSetId: publicId('cs', context.changeSetId),
    lead: (await answerWritten(context, lead, id)).parse(),
    deal: made,
    ...data,
  };
}

async function personOf(context: Context, id: string, { accountId }: Wish): Promise<Person> {
  const values = (await currentValues(context, lead, [id])).get(id);
  if (!values || values.deletedAt) throw missing(lead.name, id);
  return { ...values, source: (values.source as string | null) ?? 'lead', accountId } as Person;
}

function refuseConverted(id: string, { convertedAt, dealId }: Values): void {
  if (!convertedAt) return;
  const into = dealId ? ` into the deal ${publicId(deal.prefix, String(dealId))}` : '';
  throw new Problem('already_converted', {
    detail: `The lead ${publicId(lead.prefix, id)} was converted${into} at ${String(convertedAt)}. Undo that first to convert it anew.`,
    ...(dealId ? { headers: { 'kith-existing': publicId(deal.prefix, String(dealId)) } } : {}),
  });
}

/** The contact of the lead; one that is not there any more is found or made again from what was captured. */
async function contactOf(context: Context, values: Values, person: Person): Promise<FoundPerson> {
  const contactId = values.contactId as string | null;
  const facts = contactId ? (await contactFacts(context.sql, [contactId])).get(contactId) : undefined;
  if (facts) return { contactId: facts.id, accountId: facts.accountId };
  const [found] = await contactsFor(context, [person]);
  return found ?? { contactId: '', accountId: null };
}

/** An account that is asked for must be in sight; without bounds to the sight its presence is looked at later. */
async function refuseUnseenAccount({ sql }: Context, { accountId }: Wish): Promise<void> {
  if (!sql.reach || !accountId) return;
  if (!(await accountsThere(sql, [accountId])).has(accountId)) throw missing('account', accountId);
}

const wishedAccounts = (values: Values, person: Person): string[] =>
  [person.accountId, values.accountId].filter((one) => typeof one === 'string');

interface AccountSearch {
  values: Values;
  person: Person;
  /** Which of the accounts that are wished or known are there. */
  there: ReadonlySet<string>;
  found: FoundPerson;
}

/** The account that is wished, known, or goes by the company's name; it is made when it is not there. Null when there is no company. */
async function accountOf(context: Context, { values, person, there, found }: AccountSearch): Promise<string | null> {
  if (person.accountId && !there.has(person.accountId)) throw missing('account', person.accountId);
  const known = wishedAccounts(values, person).find((one) => there.has(one));
  if (known) return known;
  const own = found.accountId;
  if (own && (await accountsThere(context.sql, [own])).has(own)) return own;
  return accountFor(context, person.company);
}

async function ownerOf({ actor, sql }: Context, values: Values, wish: Wish): Promise<string | null> {
  const known = wish.deal.ownerId ?? values.ownerId;
  if (known) return String(known);
  if (actor.type !== 'user') return null;
  return (await activeUsers(sql, [actor.id])).has(actor.id) ? actor.id : null;
}

interface Converting {
  id: string;
  values: Values;
  found: FoundPerson;
  accountId: string | null;
  ownerId: string | null;
  wish: Wish;
}

/** By the operation of deals, so that whoever converts may make deals, and the deal is asked what any deal is. */
async function dealOf(
  context: Context,
  { id, values, found, accountId, ownerId, wish }: Converting,
): Promise<{ id: string }> {
  const { name, company, campaign, source, message } = values as Record<string, string | null>;
  const called = [company || name, campaign].filter(Boolean).join(': ');
  const made = await context.call(createDeal, {
    leadSource: source,
    description: message,
    ...wish.deal,
    name: (wish.dealName ?? called).slice(0, 500),
    ...{ leadId: id, contactId: found.contactId, accountId, ownerId, source: 'lead' },
  });
  return made.parse() as { id: string };
}

async function completeContact(
  context: Context,
  contactId: string,
  { lead: values, accountId, ownerId }: { lead: Values; accountId: string | null; ownerId: string | null },
): Promise<void> {
  const [current, lifecycle] = await Promise.all([
    currentValues(context, contact, [contactId]),
    lifecycleIn(context.tx),
  ]);
  const stored = current.get(contactId);
  if (!stored) return;
  const set = filledIn(
    stored as ContactOnConversion,
    { ...values, accountId, ownerId },
    stagesBefore(lifecycle, 'opportunity'),
  );
  await updateRecords(context, contact, [{ id: contactId, set }], { following: true });
}
