import { account } from '#domain/records/accounts';
import type { Context } from '#platform/context';
import { createRecords } from '#platform/records';
import { oldestBy } from '../store/oldest-by.ts';
import type { ReadRow, Run } from './contract.ts';

/** Gives rows the account of their company, and makes the accounts that are not there yet. Answers how many were made. */
export async function linkCompanies(context: Context, rows: readonly ReadRow[], run: Run): Promise<number> {
  const names = new Map<string, string>();
  for (const row of rows)
    if (row.company && row.rejected === undefined && !names.has(row.company.key))
      names.set(row.company.key, row.company.value);
  if (names.size === 0) return 0;
  const accounts = await oldestBy(context.tx, 'accountName', [...names.keys()]);
  const lacking = [...names].filter(([key]) => !accounts.has(key) && !run.companies.has(key));
  if (run.dryRun) for (const [key] of lacking) run.companies.add(key);
  else {
    const sets = lacking.map(([, name]) => ({ name, source: 'import' }));
    const columns = sets.map(() => ({ import_id: run.importId }));
    const made = await createRecords(context, account, sets, { columns });
    for (const [index, [key]] of lacking.entries()) accounts.set(key, made[index]?.id ?? '');
  }
  for (const row of rows) {
    const id = row.company && accounts.get(row.company.key);
    if (id) row.values.accountId = id;
  }
  return lacking.length;
}
