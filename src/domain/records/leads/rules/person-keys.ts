import { companyKey, type Email, normaliseEmail, normalisePhone } from '#domain/matching';
import { fold } from '#platform/text';

/** Somebody as a source tells of them. */
export interface CapturedPerson {
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  company?: string | null | undefined;
  country?: string | null | undefined;
}

/** By what somebody is found again. */
export interface PersonKeys {
  /** The key of a personal e-mail address: equal ones are one person. */
  email: string | undefined;
  /** Keys of shared addresses and phone numbers: one person only where the names are equal too. */
  weak: { kind: 'email' | 'phone'; key: string }[];
  /** The whole name, folded; empty when there is none. */
  name: string;
  /** The key of the company's name. */
  company: string | undefined;
}

/** The keys of somebody, from values in any form. */
export function personKeys(person: CapturedPerson): PersonKeys {
  const email = person.email ? normaliseEmail(person.email).value : undefined;
  const phone = person.phone ? normalisePhone(person.phone, person.country ?? undefined).value : undefined;
  return {
    email: email && !email.role ? email.key : undefined,
    weak: [...sharedOf(email), ...(phone ? [{ kind: 'phone' as const, key: phone.value }] : [])],
    name: foldedName([person.firstName, person.lastName].filter(Boolean).join(' ')),
    company: (person.company && companyKey(person.company)) || undefined,
  };
}

function sharedOf(email: Email | undefined): PersonKeys['weak'] {
  return email?.role ? [{ kind: 'email', key: email.key }] : [];
}

/** A name as it is compared. */
export function foldedName(name: string): string {
  return fold(name.trim().replace(/\s+/g, ' '));
}
