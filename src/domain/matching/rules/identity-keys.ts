import type { Email } from './addresses/email.ts';
import { type CompanyName, companyKey } from './names/company-name.ts';
import { nameKey } from './names/person-name.ts';

export interface IdentityKey {
  kind: 'email' | 'phone' | 'nameAndCompany';
  /** Equal for equal people, unique among the kinds: `e:ana@example.com`, `p:+4917112345678`, `n:ana silva|acme`. */
  key: string;
  /** Only an equal personal key makes two records one without asking; others are suggestions for review. */
  personal: boolean;
}

export interface Identity {
  emails?: readonly Pick<Email, 'key' | 'role'>[];
  /** In E.164. */
  phones?: readonly string[];
  name?: { first?: string | undefined; last?: string | undefined };
  /** As written (its legal form does not count), or with the key that is known already. */
  company?: string | Pick<CompanyName, 'key'> | undefined;
}

/** The keys under which a person is searched for exactly. A name needs two words (or a script that has none) to be one. */
export function identityKeys(identity: Identity): IdentityKey[] {
  const keys: IdentityKey[] = [];
  for (const { key, role } of identity.emails ?? []) keys.push({ kind: 'email', key: `e:${key}`, personal: !role });
  for (const phone of identity.phones ?? []) keys.push({ kind: 'phone', key: `p:${phone}`, personal: false });
  const name = nameKey(identity.name ?? {});
  const company = keyOf(identity.company);
  if (company !== '' && identifies(name))
    keys.push({ kind: 'nameAndCompany', key: `n:${name}|${company}`, personal: false });
  return keys;
}

function keyOf(company: Identity['company']): string {
  if (company === undefined) return '';
  return typeof company === 'string' ? companyKey(company) : company.key;
}

function identifies(name: string): boolean {
  return (
    name.includes(' ') ||
    (name.length > 1 && /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name))
  );
}
