import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import type { Pair, Reason } from '../rules/pairs.ts';

/** Makes the open suggestions of some records those that are found now. What people have decided stays decided. */
export async function replaceSuggestions(
  context: Context,
  object: string,
  ids: readonly string[],
  pairs: readonly Pair[],
): Promise<void> {
  const { tx } = context;
  const firsts = pairs.map((pair) => pair.firstId);
  const seconds = pairs.map((pair) => pair.secondId);
  await tx.rows(sql`with gone as (
      select first_id, second_id from duplicate_suggestions
      where workspace_id = kith.workspace_id() and object = ${object} and status = 'open' and first_id = any(${ids}::uuid[])
      union
      select first_id, second_id from duplicate_suggestions
      where workspace_id = kith.workspace_id() and object = ${object} and status = 'open' and second_id = any(${ids}::uuid[])
      except select * from unnest(${firsts}::uuid[], ${seconds}::uuid[])
    )
    delete from duplicate_suggestions s using gone
    where s.workspace_id = kith.workspace_id() and s.object = ${object} and s.first_id = gone.first_id and s.second_id = gone.second_id`);
  if (pairs.length === 0) return;
  const reasons = pairs.map((pair) => `{${pair.reasons.join(',')}}`);
  await tx.rows(sql`insert into duplicate_suggestions (object, first_id, second_id, reasons, suggested_at)
    select ${object}::text, f, s, r::text[], ${context.now} from unnest(${firsts}::uuid[], ${seconds}::uuid[], ${reasons}::text[]) as p(f, s, r)
    on conflict (workspace_id, object, first_id, second_id) do update set reasons = excluded.reasons
    where duplicate_suggestions.reasons <> excluded.reasons`);
}

export interface Suggestion {
  firstId: string;
  firstName: string;
  secondId: string;
  secondName: string;
  reasons: Reason[];
  suggestedAt: Date;
}

const columns =
  sql.raw(`s.first_id as "firstId", a.name as "firstName", s.second_id as "secondId", b.name as "secondName",
  s.reasons, s.suggested_at as "suggestedAt"`);

/** Open suggestions in the order of their ids, behind a pair; of one contact, or of all. */
export function openSuggestions(
  reader: Sql,
  object: string,
  recordId: string | undefined,
  after: readonly [string, string] | undefined,
  most: number,
): Promise<Suggestion[]> {
  const open = sql`workspace_id = kith.workspace_id() and object = ${object} and status = 'open'`;
  const behind = after ? sql`and (first_id, second_id) > (${after[0]}::uuid, ${after[1]}::uuid)` : sql``;
  const some = recordId
    ? sql`(select * from duplicate_suggestions where ${open} and first_id = ${recordId} ${behind}
        union all select * from duplicate_suggestions where ${open} and second_id = ${recordId} ${behind})`
    : sql`(select * from duplicate_suggestions where ${open} ${behind})`;
  return reader.rows<Suggestion>(sql`select ${columns} from ${some} s
    join report_contact_identities a on a.workspace_id = s.workspace_id and a.contact_id = s.first_id
    join report_contact_identities b on b.workspace_id = s.workspace_id and b.contact_id = s.second_id
    order by s.first_id, s.second_id limit ${most}`);
}

/** How many others look like a record. */
export async function lookalikesOf(reader: Sql, object: string, recordId: string): Promise<number> {
  return (await openSuggestions(reader, object, recordId, undefined, 100)).length;
}

/** Decides that two records are not the same; answers whether that was suggested. */
export async function keepApart(
  tx: Transaction,
  context: Context,
  object: string,
  firstId: string,
  secondId: string,
): Promise<boolean> {
  const changed =
    await tx.count(sql`update duplicate_suggestions set status = 'kept_apart', decided_at = ${context.now}, decided_by = ${context.actor.id}
    where workspace_id = kith.workspace_id() and object = ${object} and status in ('open', 'kept_apart')
      and first_id = least(${firstId}::uuid, ${secondId}::uuid) and second_id = greatest(${firstId}::uuid, ${secondId}::uuid)`);
  return changed > 0;
}
