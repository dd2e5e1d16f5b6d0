import { type Email, normaliseEmail, normalisePhone, type Phone } from '#domain/matching';
import type { Values } from '#platform/changes';

function listed(values: Values, one: string, others: string): string[] {
  const first = values[one];
  const rest = (values[others] as string[] | null | undefined) ?? [];
  return typeof first === 'string' ? [first, ...rest] : rest;
}

/** The addresses that a contact has, the primary one first. */
export function emailsIn(values: Values): Email[] {
  const found = listed(values, 'email', 'otherEmails').map((text) => normaliseEmail(text).value);
  return found.filter((email) => email !== undefined);
}

/** The numbers that a contact has and that could be read, the primary one first. */
export function phonesIn(values: Values): Phone[] {
  const found = listed(values, 'phone', 'otherPhones').map((text) => normalisePhone(text).value);
  return found.filter((phone) => phone !== undefined);
}

/**
 * The further addresses and numbers of somebody of whom a file tells more: what was known, what the file brings, and the primary one
 * that it replaces. Only those that are not as before.
 */
export function furtherWays(values: Values, before: Values = {}, read: { emails: Email[]; phones: Phone[] }): Values {
  const emails = more(
    values,
    before,
    'email',
    'otherEmails',
    read.emails.map(({ value }) => value),
    emailKey,
  );
  const phones = more(
    values,
    before,
    'phone',
    'otherPhones',
    read.phones.map(({ value }) => value),
    phoneKey,
  );
  return { ...emails, ...phones };
}

const emailKey = (text: string) => normaliseEmail(text).value?.key ?? text;
const phoneKey = (text: string) => normalisePhone(text).value?.value ?? text;

function more(
  values: Values,
  before: Values,
  name: string,
  others: string,
  read: readonly string[],
  keyOf: (text: string) => string,
): Values {
  const primary = (values[name] ?? before[name]) as string | null | undefined;
  if (read.every((text) => text === primary) && (!before[name] || before[name] === primary)) return {};
  const known = new Map<string, string>();
  for (const text of [...listed(before, name, others), ...read]) known.set(keyOf(text), known.get(keyOf(text)) ?? text);
  if (primary) known.delete(keyOf(primary));
  return known.size > 0 || before[others] ? { [others]: [...known.values()] } : {};
}
