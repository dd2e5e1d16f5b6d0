import { contact, contactsWithKeys, furtherWays, lockAllEmailKeys, type ReadContact } from '#domain/records/contacts';
import { scoreNew } from '#domain/scoring';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { importedHere } from '../store/known-records.ts';
import { linkCompanies } from './companies.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';

function keysOf(row: ReadRow, matchKey: string): string[] {
  if (matchKey === 'email') return row.emails.filter((email) => !email.role).map((email) => `e:${email.key}`);
  if (matchKey === 'phone') return row.phones.map((phone) => `p:${phone.value}`);
  return [];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  if (keys.length === 0) return known;
  const kind = run.matchKey === 'phone' ? 'phone' : 'email';
  const points = await contactsWithKeys(
    context.sql,
    kind,
    keys.map((key) => key.slice(2)),
  );
  const own = await importedHere(
    context.tx,
    contact.table,
    run.importId,
    points.map((point) => point.contactId),
  );
  for (const point of points.sort((a, b) => (a.contactId < b.contactId ? -1 : 1))) {
    const key = `${kind[0]}:${point.key}`;
    if (!known.has(key)) known.set(key, { id: point.contactId, ofThisImport: own.has(point.contactId) });
  }
  return known;
}

function mergeExtra(first: unknown, second: unknown): ReadContact {
  const [one, two] = [first, second] as [ReadContact, ReadContact];
  const emails = new Map([...two.emails, ...one.emails].map((email) => [email.key, email]));
  const phones = new Map([...two.phones, ...one.phones].map((phone) => [phone.value, phone]));
  return { emails: [...emails.values()], phones: [...phones.values()], badValues: one.badValues + two.badValues };
}

/** The first score of somebody with whom nothing has happened yet, the date of a consent that was given without one, and further ways to reach them. */
function follows(values: Values, before: Values | undefined, at: Date, run: Run, extra: unknown): Values {
  const dateless = values.gdprConsent === true && values.gdprConsentDate === undefined && before?.gdprConsent !== true;
  const consent = dateless ? { gdprConsentDate: at.toISOString() } : {};
  const ways = furtherWays(values, before, extra as ReadContact);
  if (before) return { ...consent, ...ways };
  const text = (name: string) => values[name] as string | undefined;
  const subject = { title: text('title'), department: text('department'), country: text('country') };
  return { ...consent, ...ways, ...scoreNew(run.scoring, subject) };
}

/** People: the same by a personal e-mail address, unless told otherwise. */
export const contactsTarget: Target = {
  object: contact,
  matchKeys: ['email', 'phone', 'none'],
  references: ['accountId'],
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  prepareRow: () => undefined,
  link: linkCompanies,
  extraOf: (row): ReadContact => ({ emails: row.emails, phones: row.phones, badValues: row.issues.length }),
  mergeExtra,
  follows,
};
