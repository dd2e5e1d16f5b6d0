import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { missing } from '#platform/operations';
import { createRecords } from '#platform/records';
import { contactsFor, holdPeople, type Person } from './contacts-of-leads.ts';
import { lead } from './fields.ts';
import { type ContactFacts, contactFacts } from './store/contact-facts.ts';
import { leadsBySourceKey } from './store/leads.ts';

/** A lead on its way in. */
export interface Captured {
  /** Flat values of a lead, checked. */
  values: Values;
  /** The contact whose interest it is, where that is known already. */
  contactId?: string | undefined;
}

export interface CapturedLead {
  id: string;
  /** The source had told of it before: nothing was written. */
  known: boolean;
}

/**
 * Writes leads, each with the contact whose interest it is: found, or made with its account. What a source tells twice under one key is
 * one lead. Errors: `validation_failed` for a lead of nobody, `not_found` for a contact that is not there.
 */
export async function captureLeads(context: Context, ones: readonly Captured[]): Promise<CapturedLead[]> {
  for (const one of ones) refuseNobody(one);
  const unknown = ones.filter(({ contactId }) => contactId === undefined);
  const keyed = ones.flatMap(({ values }) => keyOf(values) ?? []);
  holdPeople(
    context,
    unknown.map(personOf),
    keyed.map(({ source, key }) => `lead:${source}:${key}`),
  );
  const told = await beyondReach(() => leadsBySourceKey(context.tx, keyed));
  const knownBy = new Map(told.map(({ id, source, key }) => [`${source}\n${key}`, id]));
  const idOf = ({ values }: Captured) => {
    const key = keyOf(values);
    return key && knownBy.get(`${key.source}\n${key.key}`);
  };
  const fresh = ones.filter((one) => idOf(one) === undefined);
  const made = await createRecords(context, lead, await withContacts(context, fresh));
  const ids = new Map(fresh.map((one, index) => [one, made[index]?.id ?? '']));
  return ones.map((one) => ({ id: idOf(one) ?? ids.get(one) ?? '', known: !ids.has(one) }));
}

function keyOf({ source, sourceKey }: Values): { source: string; key: string } | undefined {
  return source && sourceKey ? { source: String(source), key: String(sourceKey) } : undefined;
}

function personOf({ values }: Captured): Person {
  return values as Person;
}

function refuseNobody({ values, contactId }: Captured): void {
  const { firstName, lastName, email, phone } = values;
  if (
    contactId ||
    [firstName, lastName, email, phone].some((value) => typeof value === 'string' && value.trim() !== '')
  )
    return;
  throw new Problem('validation_failed', {
    detail: 'A lead is the interest of somebody: give contactId, or an e-mail address, a name or a phone number.',
    mistakes: [{ path: 'email', message: 'is needed, or contactId, a name or a phone number' }],
  });
}

/** The values of leads with their contacts; what is known of a contact stands for what was not captured. */
async function withContacts(context: Context, ones: readonly Captured[]): Promise<Values[]> {
  const named = [...new Set(ones.flatMap(({ contactId }) => contactId ?? []))];
  const facts = await contactFacts(context.tx, named);
  for (const id of named) if (!facts.has(id)) throw missing('contact', id);
  const strangers = ones.filter(({ contactId }) => contactId === undefined);
  // Whoever is known is known, whether or not the actor sees them: otherwise there would be two of them.
  const found = await beyondReach(() => contactsFor(context, strangers.map(personOf)));
  const foundOf = new Map(strangers.map((one, index) => [one, found[index]]));
  return ones.map((one) => {
    const { contactId, values } = one;
    const person = foundOf.get(one);
    const accountId = values.accountId ?? person?.accountId ?? facts.get(contactId ?? '')?.accountId ?? null;
    return {
      ...namesOf(values, facts.get(contactId ?? '')),
      ...values,
      contactId: contactId ?? person?.contactId ?? null,
      accountId,
    };
  });
}

/** A lead of somebody who is known goes by their name, unless it came with one. */
function namesOf(values: Values, contact: ContactFacts | undefined): Values {
  if (!contact || values.firstName || values.lastName) return {};
  return { firstName: contact.firstName, lastName: contact.lastName };
}
