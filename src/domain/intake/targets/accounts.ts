import { companyKey } from '#domain/matching';
import { account, accountsByDomain, accountsByKey } from '#domain/records/accounts';
import { lockAllEmailKeys } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { importedHere } from '../store/known-records.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';

function keysOf(row: ReadRow, matchKey: string): string[] {
  const { name, domain } = row.values;
  if (matchKey === 'name' && typeof name === 'string') return companyKey(name) ? [`n:${companyKey(name)}`] : [];
  if (matchKey === 'domain' && typeof domain === 'string') return [`d:${domain}`];
  return [];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  const bare = keys.map((key) => key.slice(2));
  if (bare.length === 0) return new Map();
  const found =
    run.matchKey === 'domain' ? await accountsByDomain(context.sql, bare) : await accountsByKey(context.sql, bare);
  const own = await importedHere(context.sql, account.table, run.importId, [...found.values()]);
  const prefix = run.matchKey === 'domain' ? 'd' : 'n';
  return new Map([...found].map(([key, id]) => [`${prefix}:${key}`, { id, ofThisImport: own.has(id) }]));
}

/** Companies: the same by the key of their name, unless told otherwise. Parents are linked when the whole file has been read. */
export const accountsTarget: Target = {
  object: account,
  matchKeys: ['name', 'domain', 'none'],
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  link: async () => 0,
  laterReference: 'parentAccountId',
  extraOf: () => undefined,
  mergeExtra: () => undefined,
  initialValues: () => ({}),
};
