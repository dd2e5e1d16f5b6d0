import { companyKey, registrableDomain } from '#domain/matching';
import { account } from '#domain/records/accounts';
import { lockAllEmailKeys } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { importedHere } from '../store/known-records.ts';
import { oldestBy } from '../store/oldest-by.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';

function keysOf(row: ReadRow, matchKey: string): string[] {
  const { name, domain, website } = row.values;
  if (matchKey === 'name' && typeof name === 'string') return companyKey(name) ? [`n:${companyKey(name)}`] : [];
  if (matchKey !== 'domain') return [];
  const known = domain ?? (typeof website === 'string' ? registrableDomain(website) : undefined);
  return known ? [`d:${known}`] : [];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  const bare = keys.map((key) => key.slice(2));
  if (bare.length === 0) return new Map();
  const found =
    run.matchKey === 'domain'
      ? await oldestBy(context.tx, 'accountDomain', bare)
      : await oldestBy(context.tx, 'accountName', bare);
  const own = await importedHere(context.tx, account.table, run.importId, [...found.values()]);
  const prefix = run.matchKey === 'domain' ? 'd' : 'n';
  return new Map([...found].map(([key, id]) => [`${prefix}:${key}`, { id, ofThisImport: own.has(id) }]));
}

/** An account has one phone number; others are kept with the row. */
function prepareRow(row: ReadRow): void {
  const { domain } = row.values;
  if (typeof domain === 'string') row.values.domain = registrableDomain(domain) ?? domain.trim().toLowerCase();
  for (const [index, phone] of row.phones.entries()) if (index > 0) row.unmapped[`Phone ${index + 1}`] = phone.value;
}

/** A dry run remembers which names the file has and which it refers to, so that it can tell how many parents would be made. */
async function rememberNames(_context: Context, rows: readonly ReadRow[], run: Run): Promise<number> {
  if (!run.dryRun) return 0;
  for (const { values, references, rejected } of rows) {
    if (rejected !== undefined) continue;
    if (typeof values.name === 'string') run.companies.add(companyKey(values.name));
    const parent = references.parentAccountId === undefined ? '' : companyKey(references.parentAccountId);
    if (parent !== '') run.referred.add(parent);
  }
  return 0;
}

/** Companies: the same by the key of their name, unless told otherwise. Parents are linked when the whole file has been read. */
export const accountsTarget: Target = {
  object: account,
  matchKeys: ['name', 'domain', 'none'],
  references: ['parentAccountId'],
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  prepareRow,
  link: rememberNames,
  laterReference: 'parentAccountId',
  extraOf: () => undefined,
  mergeExtra: () => undefined,
  follows: () => ({}),
};
