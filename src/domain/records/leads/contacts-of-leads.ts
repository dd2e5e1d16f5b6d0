import { account } from '#domain/records/accounts';
import { contact, contactsWithKeys, lockEmailKeys } from '#domain/records/contacts';
import { activeModel, scoreNew } from '#domain/scoring';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { createRecords } from '#platform/records';
import { type CapturedPerson, foldedName, type PersonKeys, personKeys } from './rules/person-keys.ts';
import { accountsNamed, contactFacts } from './store/contact-facts.ts';

/** Somebody whose interest a lead is. */
export interface Person extends CapturedPerson {
  title?: string | null | undefined;
  source?: string | null | undefined;
  /** An account that is known already. */
  accountId?: string | null | undefined;
}

export interface FoundPerson {
  contactId: string;
  accountId: string | null;
}

/** What waits for others who bring in the same people, companies or leads at this moment. */
function locksOf(people: readonly Person[]): string[] {
  const keys = people.map(personKeys);
  return keys.flatMap(({ email, weak, company }) => [
    ...(email ? [email] : []),
    ...weak.map(({ key }) => key),
    ...(company ? [`company:${company}`] : []),
  ]);
}

/**
 * Finds the contacts whom these are, by a personal e-mail address, or by a shared address or phone with an equal name; who is not known
 * becomes a contact, with the account of the company. Somebody who is there is left as they are. The answers are in the order of `people`.
 * The caller has called `holdPeople` (an import holds a lock for all).
 */
export async function contactsFor(context: Context, people: readonly Person[]): Promise<FoundPerson[]> {
  const keys = people.map(personKeys);
  const known = await knownContacts(context, keys);
  const { groups, lacking } = newPeople(keys, known);
  const accounts = await accountsFor(context, people, keys, lacking);
  const made = await makeContacts(
    context,
    lacking.map((index) => ({ person: people[index] ?? {}, accountId: accounts[index] ?? null })),
  );
  const found = new Map(known);
  for (const [at, index] of lacking.entries())
    found.set(index, { contactId: made[at] ?? '', accountId: accounts[index] ?? null });
  return groups.map((group, index) => {
    const one = found.get(group) ?? { contactId: '', accountId: null };
    return { ...one, accountId: people[index]?.accountId ?? one.accountId };
  });
}

/** The account of a company, found by its name or made; null where there is no company. The caller has called `holdPeople`. */
export async function accountFor(context: Context, company: string | null | undefined): Promise<string | null> {
  const keys = personKeys({ company });
  if (!company || !keys.company) return null;
  return (await accountsFor(context, [{ company }], [keys], [0]))[0] ?? null;
}

/** The keys of the companies for which `contactsFor` would make accounts. */
export async function newCompanies(context: Context, people: readonly Person[]): Promise<string[]> {
  const keys = people.map(personKeys);
  const { lacking } = newPeople(keys, await knownContacts(context, keys));
  const wanted = lacking.flatMap((index) => (people[index]?.accountId ? [] : (keys[index]?.company ?? [])));
  const accounts = await accountsNamed(context.tx, [...new Set(wanted)]);
  return [...new Set(wanted.filter((key) => !accounts.has(key)))];
}

/** For each the index of the first who is the same person, and of those who are not known the first ones. */
function newPeople(keys: readonly PersonKeys[], known: ReadonlyMap<number, FoundPerson>) {
  const firstOf = new Map<string, number>();
  const groups = keys.map((one, index) => (known.has(index) ? index : sameAsBefore(firstOf, one, index)));
  return { groups, lacking: groups.flatMap((group, index) => (group === index && !known.has(index) ? [index] : [])) };
}

/** Several of those who come together may be one person: the index of the first of them. */
function sameAsBefore(firstOf: Map<string, number>, { email, weak, name }: PersonKeys, index: number): number {
  const own = [
    ...(email ? [`e:${email}`] : []),
    ...(name ? weak.map(({ kind, key }) => `${kind}:${key}:${name}`) : []),
  ];
  const first = own.map((key) => firstOf.get(key)).find((one) => one !== undefined) ?? index;
  for (const key of own) if (!firstOf.has(key)) firstOf.set(key, first);
  return first;
}

/** By index, who is there already. */
async function knownContacts(context: Context, keys: readonly PersonKeys[]): Promise<Map<number, FoundPerson>> {
  const emails = keys.flatMap(({ email, weak }) => [
    ...(email ? [email] : []),
    ...weak.filter(({ kind }) => kind === 'email').map(({ key }) => key),
  ]);
  const phones = keys.flatMap(({ weak }) => weak.filter(({ kind }) => kind === 'phone').map(({ key }) => key));
  const [byEmail, byPhone] = await Promise.all([
    emails.length > 0 ? contactsWithKeys(context.tx, 'email', [...new Set(emails)]) : [],
    phones.length > 0 ? contactsWithKeys(context.tx, 'phone', [...new Set(phones)]) : [],
  ]);
  const points = [
    ...byEmail.map((point) => ({ ...point, kind: 'email' as const })),
    ...byPhone.map((point) => ({ ...point, kind: 'phone' as const })),
  ].sort((one, other) => (one.contactId < other.contactId ? -1 : 1));
  const facts = await contactFacts(context.tx, [...new Set(points.map(({ contactId }) => contactId))]);
  const found = new Map<number, FoundPerson>();
  for (const [index, { email, weak, name }] of keys.entries()) {
    const point =
      points.find((one) => one.kind === 'email' && one.key === email) ??
      points.find(
        (one) =>
          name !== '' &&
          weak.some(({ kind, key }) => kind === one.kind && key === one.key) &&
          foldedName(facts.get(one.contactId)?.name ?? '') === name,
      );
    const contactId = point?.contactId;
    if (contactId) found.set(index, { contactId, accountId: facts.get(contactId)?.accountId ?? null });
  }
  return found;
}

/** By index, the accounts of those who become contacts; the ones that are not there are made. */
async function accountsFor(
  context: Context,
  people: readonly Person[],
  keys: readonly PersonKeys[],
  lacking: readonly number[],
): Promise<Record<number, string>> {
  const given = lacking.filter((index) => people[index]?.accountId);
  const named = lacking.filter((index) => !people[index]?.accountId && keys[index]?.company);
  const names = new Map<string, string>();
  for (const index of named) {
    const key = keys[index]?.company ?? '';
    if (!names.has(key)) names.set(key, String(people[index]?.company));
  }
  const accounts = await accountsNamed(context.tx, [...names.keys()]);
  const unknown = [...names].filter(([key]) => !accounts.has(key));
  const made = await createRecords(
    context,
    account,
    unknown.map(([, name]) => ({ name, source: 'lead' })),
  );
  for (const [at, [key]] of unknown.entries()) accounts.set(key, made[at]?.id ?? '');
  return Object.fromEntries([
    ...given.map((index) => [index, people[index]?.accountId]),
    ...named.map((index) => [index, accounts.get(keys[index]?.company ?? '')]),
  ]);
}

async function makeContacts(
  context: Context,
  ones: readonly { person: Person; accountId: string | null }[],
): Promise<string[]> {
  if (ones.length === 0) return [];
  const { model } = await activeModel(context);
  const sets = ones.map(({ person, accountId }): Values => {
    const { firstName, lastName, email, phone, title, country, source } = person;
    const subject = { title, country };
    const values = { firstName, lastName, email, phone, title, country, accountId, source, leadSource: source };
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
    return { ...Object.fromEntries(given), lifecycleStage: 'lead', ...scoreNew(model, subject) };
  });
  return (await createRecords(context, contact, sets)).map(({ id }) => id);
}

/** Holds off everybody who could bring in the same people, companies or keys until the transaction ends. */
export function holdPeople(context: Context, people: readonly Person[], others: readonly string[] = []): void {
  lockEmailKeys(context, [...new Set([...locksOf(people), ...others])]);
}
