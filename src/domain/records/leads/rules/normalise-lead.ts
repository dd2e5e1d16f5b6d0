import { normaliseCountry, normaliseEmail, normalisePhone, normaliseUrl } from '#domain/matching';
import { Problem } from '#platform/errors';
import { collapseSpace } from '#platform/text';
import type { UnsettledLead } from './settle-lead.ts';

const texts = ['firstName', 'lastName', 'company', 'title', 'industry', 'source', 'sourceKey', 'campaign'];

/** Brings the captured values of a lead into their normal form and gives it its name. Errors: `validation_failed` for an e-mail address or web address that is none. */
export function normaliseLead({ before, set }: UnsettledLead): void {
  for (const name of texts) if (typeof set[name] === 'string') set[name] = collapseSpace(set[name] as string) || null;
  if (typeof set.country === 'string')
    set.country = normaliseCountry(set.country).value ?? (set.country.trim() || null);
  if (typeof set.email === 'string') set.email = emailOf(set.email);
  if (typeof set.website === 'string') set.website = websiteOf(set.website);
  const value = (name: string) => ((set[name] === undefined ? before?.[name] : set[name]) as string | null) || '';
  if (typeof set.phone === 'string') {
    const phone = normalisePhone(set.phone, value('country') || undefined).value;
    set.phone = phone
      ? phone.extension
        ? `${phone.value} ext. ${phone.extension}`
        : phone.value
      : set.phone.trim() || null;
  }
  const whole = [value('firstName'), value('lastName')].filter(Boolean).join(' ');
  set.name = whole || value('email') || value('phone') || value('company');
}

function emailOf(text: string): string | null {
  if (text.trim() === '') return null;
  const { value, problem } = normaliseEmail(text);
  return value?.value ?? refuse('email', problem ?? 'It is not an e-mail address.');
}

function websiteOf(text: string): string | null {
  if (text.trim() === '') return null;
  const { value, problem } = normaliseUrl(text);
  if (value && value.length > 500) return refuse('website', 'A web address has 500 characters at most.');
  return value ?? refuse('website', problem ?? 'It is not a web address.');
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}
