import { contactsWithKeys, lockAllEmailKeys } from '#domain/records/contacts';
import {
  contactsFor,
  kindOfStatus,
  type LeadSettings,
  lead,
  leadSettings,
  leadsBySourceKey,
  newCompanies,
  openLeadsOfContacts,
  type Person,
  statusNamed,
} from '#domain/records/leads';
import type { Context } from '#platform/context';
import { importedHere } from '../store/known-records.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';

/** Between the parts of a key: no cell holds it. */
const apart = '\n';
const campaignOf = (campaign: unknown) => String(campaign ?? '').toLowerCase();

/** What a source calls its lead always tells it; by e-mail, the open lead of that person for the same campaign is the same. */
function keysOf({ values, emails }: ReadRow, matchKey: string): string[] {
  const own = values.sourceKey ? [['s', values.source, values.sourceKey].join(apart)] : [];
  if (matchKey !== 'email') return own;
  const personal = emails.filter((email) => !email.role);
  return [...own, ...personal.map(({ key }) => ['e', key, campaignOf(values.campaign)].join(apart))];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  const parts = keys.map((key) => ({ key, parts: key.split(apart) }));
  const ids = new Map([...(await bySourceKey(context, parts)), ...(await byEmail(context, parts))]);
  const own = await importedHere(context.tx, lead.table, run.importId, [...ids.values()]);
  return new Map([...ids].map(([key, id]) => [key, { id, ofThisImport: own.has(id) }]));
}

type Parted = readonly { key: string; parts: string[] }[];

async function bySourceKey(context: Context, keys: Parted): Promise<[string, string][]> {
  const wanted = keys.filter(({ parts }) => parts[0] === 's');
  const found = await leadsBySourceKey(
    context.tx,
    wanted.map(({ parts }) => ({ source: parts[1] ?? '', key: parts[2] ?? '' })),
  );
  return found.map(({ id, source, key }) => [['s', source, key].join(apart), id]);
}

async function byEmail(context: Context, keys: Parted): Promise<[string, string][]> {
  const wanted = keys.filter(({ parts }) => parts[0] === 'e');
  const emails = [...new Set(wanted.map(({ parts }) => parts[1] ?? ''))];
  if (emails.length === 0) return [];
  const points = (await contactsWithKeys(context.tx, 'email', emails)).filter(({ shared }) => !shared);
  const leads = await openLeadsOfContacts(context.tx, [...new Set(points.map(({ contactId }) => contactId))]);
  return wanted.flatMap(({ key, parts }): [string, string][] => {
    const people = new Set(points.filter((point) => point.key === parts[1]).map(({ contactId }) => contactId));
    const one = leads.find(({ contactId, campaign }) => people.has(contactId) && campaignOf(campaign) === parts[2]);
    return one ? [[key, one.id]] : [];
  });
}

/** A source's key means something only together with the source. */
function prepareRow({ values }: ReadRow): void {
  if (values.sourceKey) values.source ??= 'import';
}

/** Gives rows the contacts whose interest they are; those that are not there are made, with their accounts. Answers how many accounts. */
async function linkPeople(context: Context, rows: readonly ReadRow[], run: Run): Promise<number> {
  const { settings } = await leadSettings(context.sql);
  const taken = rows.filter(({ rejected }) => rejected === undefined);
  for (const row of taken) readStatus(row, settings, context.now);
  const people = taken.map(({ values }) => ({ source: 'import', ...values }) as Person);
  const companies = (await newCompanies(context, people)).filter((key) => !run.companies.has(key));
  if (run.dryRun) {
    for (const key of companies) run.companies.add(key);
    return companies.length;
  }
  const found = await contactsFor(context, people);
  for (const [index, { values }] of taken.entries()) {
    const { contactId, accountId } = found[index] ?? {};
    Object.assign(values, { contactId, ...(accountId ? { accountId } : {}) });
  }
  return companies.length;
}

/** Reads a status by its name or label. A closed one is history: it is not asked how it came to that. */
function readStatus(row: ReadRow, settings: LeadSettings, now: Date): void {
  const { values } = row;
  const status = values.status === undefined ? undefined : statusNamed(settings, String(values.status));
  if (values.status !== undefined && status === undefined)
    setAside(row, 'status', `There is no status '${String(values.status).slice(0, 80)}' in the settings of leads.`);
  else if (status !== undefined) values.status = status;
  const kind = status === undefined ? 'new' : kindOfStatus(settings, status);
  if (kind === 'converted') values.convertedAt = now.toISOString();
  if (kind === 'converted' || kind === 'disqualified') values.closedAt = now.toISOString();
  else if (kind === 'assigned' && values.ownerId === undefined) delete values.status;
  const { disqualificationReason: reason } = values;
  if (reason !== undefined && kind !== 'disqualified' && !settings.disqualificationReasons.includes(String(reason)))
    setAside(row, 'disqualificationReason', 'It is none of the reasons in the settings of leads.');
}

/** A cell that cannot be used is kept with the row. */
function setAside({ values, unmapped, issues }: ReadRow, name: string, reason: string): void {
  const value = String(values[name]);
  const column = lead.fields.get(name)?.label ?? name;
  unmapped[column] = value;
  issues.push({ column, value, reason });
  delete values[name];
}

/** Interests of people: the same by what their source calls them, or by the e-mail address and the campaign, unless told otherwise. */
export const leadsTarget: Target = {
  object: lead,
  matchKeys: ['email', 'none'],
  references: [],
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  prepareRow,
  link: linkPeople,
  extraOf: () => undefined,
  mergeExtra: () => undefined,
  follows: () => ({}),
};
