import {
  type Email,
  normaliseCountry,
  normaliseEmail,
  normalisePhone,
  normaliseUrl,
  type Phone,
  qualityOf,
} from '#domain/matching';
import { Problem } from '#platform/errors';
import type { RecordDraft } from '#platform/records';

/** What an import has read of a contact already: all of its addresses and numbers, normalised. */
export interface ReadContact {
  emails: Email[];
  phones: Phone[];
  badValues: number;
}

/** How a contact can be reached, read from what is to be written. */
export interface Reachable {
  emails: Email[];
  phones: Phone[];
}

const valueIn = (draft: RecordDraft, name: string): unknown =>
  draft.set[name] === undefined ? draft.before?.[name] : draft.set[name];
const textIn = (draft: RecordDraft, name: string): string => (valueIn(draft, name) as string | null | undefined) ?? '';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}

/** Puts the values of a draft into their normal form. Errors: `validation_failed` for an e-mail address or link that is none. */
export function normaliseContact(draft: RecordDraft, defaultCountry: string | undefined): Reachable {
  const { set } = draft;
  for (const name of ['firstName', 'lastName', 'title', 'department', 'city']) {
    if (typeof set[name] === 'string') set[name] = (set[name] as string).trim().replace(/\s+/g, ' ') || null;
  }
  if (typeof set.country === 'string')
    set.country = normaliseCountry(set.country).value ?? (set.country.trim() || null);
  for (const name of ['website', 'linkedinUrl'])
    if (typeof set[name] === 'string') set[name] = linkOf(name, set[name] as string);
  const country = textIn(draft, 'country') || defaultCountry;
  const emails = [...emailsOf(set), ...otherEmailsOf(draft)];
  return { emails, phones: [...phonesOf(set, country), ...otherPhonesOf(draft, country)] };
}

function linkOf(name: string, text: string): string | null {
  if (text.trim() === '') return null;
  const url = normaliseUrl(text);
  if (url.value && url.value.length > 500) return refuse(name, 'A web address has 500 characters at most.');
  return url.value ?? refuse(name, url.problem ?? 'It is not a web address.');
}

function emailsOf(set: Record<string, unknown>): Email[] {
  if (typeof set.email !== 'string') return [];
  if (set.email.trim() === '') {
    set.email = null;
    return [];
  }
  const email = normaliseEmail(set.email);
  if (!email.value) return refuse('email', email.problem ?? 'It is not an e-mail address.');
  set.email = email.value.value;
  return [email.value];
}

function phonesOf(set: Record<string, unknown>, country: string | undefined): Phone[] {
  if (typeof set.phone !== 'string') return [];
  const text = set.phone.trim().replace(/\s+/g, ' ');
  const phone = text ? normalisePhone(text, country) : undefined;
  set.phone = phone?.value ? written(phone.value) : text || null;
  return phone?.value ? [phone.value] : [];
}

/** Each address once, and none that is the primary one. */
function otherEmailsOf(draft: RecordDraft): Email[] {
  const { set, before } = draft;
  const others = (set.otherEmails ?? (set.email === undefined ? undefined : before?.otherEmails)) as
    | string[]
    | undefined;
  if (others === undefined) return [];
  const found = new Map<string, Email>();
  for (const text of others) {
    const email = normaliseEmail(text);
    if (!email.value) return refuse('otherEmails', email.problem ?? `'${text}' is not an e-mail address.`);
    found.set(email.value.key, email.value);
  }
  const primary = normaliseEmail(textIn(draft, 'email')).value;
  if (primary) found.delete(primary.key);
  set.otherEmails = [...found.values()].map(({ value }) => value);
  return [...found.values()];
}

/** Each number once, and none that is the primary one; what cannot be read stays as it is written. */
function otherPhonesOf(draft: RecordDraft, country: string | undefined): Phone[] {
  const { set, before } = draft;
  const others = (set.otherPhones ?? (set.phone === undefined ? undefined : before?.otherPhones)) as
    | string[]
    | undefined;
  if (others === undefined) return [];
  const read = others.map((text) => ({ text, phone: normalisePhone(text, country).value }));
  const texts = new Set(read.map(({ text, phone }) => (phone ? written(phone) : text)));
  texts.delete(textIn(draft, 'phone'));
  set.otherPhones = [...texts];
  return read.flatMap(({ phone }) => (phone && texts.has(written(phone)) ? [phone] : []));
}

function written(phone: Phone): string {
  return phone.extension ? `${phone.value} ext. ${phone.extension}` : phone.value;
}

/** Gives a draft its name and its quality, from what it will hold. */
export function completeContact(draft: RecordDraft, reachable: Reachable, badValues: number): void {
  const name = [textIn(draft, 'firstName'), textIn(draft, 'lastName')].filter(Boolean).join(' ');
  draft.set.name = name || textIn(draft, 'email') || textIn(draft, 'phone');
  const has = (field: string) => textIn(draft, field) !== '';
  const known = (field: string) => draft.set[field] === undefined && has(field);
  const emails = known('email')
    ? [normaliseEmail(textIn(draft, 'email')).value].filter((one) => one !== undefined)
    : reachable.emails;
  const phones = known('phone') ? [{ valid: true }] : reachable.phones;
  const { score } = qualityOf({
    facts: {
      kind: 'contact',
      emails,
      phones,
      hasFirstName: has('firstName'),
      hasLastName: has('lastName'),
      hasCompany: has('accountId'),
      hasTitle: has('title'),
      hasCountry: has('country'),
    },
    badValues,
    ageDays: 0,
    lookalikes: 0,
  });
  draft.set.qualityScore = score / 100;
}
