import { type Sql, sql, type Transaction } from '#platform/database';
import type { Telling } from '../rules/telling.ts';

/** For which moments something has been told of a task. */
export interface Told {
  id: string;
  soonToldFor: string | null;
  overdueToldFor: string | null;
}

const toldColumns = sql.raw(
  `id, to_json(soon_told_for) #>> '{}' as "soonToldFor", to_json(overdue_told_for) #>> '{}' as "overdueToldFor"`,
);

/** What has been told of tasks. */
export async function toldOf(reader: Sql, ids: readonly string[]): Promise<Map<string, Told>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<Told>(
    sql`select ${toldColumns} from tasks where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface DueTelling extends Told {
  tell: Telling['tell'];
  tellAt: Date;
  dueAt: string | null;
  assigneeId: string | null;
}

/** The next tasks of which something is to be told, locked; those that another process is at are left to it. */
export function takeTellings(tx: Transaction, now: Date, most: number): Promise<DueTelling[]> {
  return tx.rows(sql<DueTelling>`select ${toldColumns}, tell, tell_at as "tellAt", to_json(due_at) #>> '{}' as "dueAt", assignee_id as "assigneeId"
    from tasks where workspace_id = kith.workspace_id() and tell_at <= ${now} order by tell_at, id limit ${most} for update skip locked`);
}

/** What is told next of a task that something was told of. */
export interface ToldNow {
  id: string;
  told: Telling['tell'];
  toldFor: Date;
  next: Telling | undefined;
}

/** Keeps what has been told and what is told next. It is no change to a task: no version, no history. */
export async function keepTold(tx: Transaction, told: readonly ToldNow[]): Promise<void> {
  if (told.length === 0) return;
  await tx.rows(sql`update tasks t set tell = r.next, tell_at = r.next_at,
      soon_told_for = case when r.told = 'due_soon' then r.told_for else t.soon_told_for end,
      overdue_told_for = case when r.told = 'overdue' then r.told_for else t.overdue_told_for end
    from unnest(${told.map((one) => one.id)}::uuid[], ${told.map((one) => one.told)}::text[], ${told.map((one) => one.toldFor.toISOString())}::timestamptz[],
      ${told.map((one) => one.next?.tell ?? null)}::text[], ${told.map((one) => one.next?.at.toISOString() ?? null)}::timestamptz[])
      as r(id, told, told_for, next, next_at)
    where t.workspace_id = kith.workspace_id() and t.id = r.id`);
}

/** When something is told next of any task, and the time by the clock of the database, which runs the jobs. */
export async function nextTellingAt(reader: Sql): Promise<{ at: Date | null; clock: Date }> {
  const row = await reader.first<{ at: Date | null; clock: Date }>(
    sql`select (select tell_at from tasks where workspace_id = kith.workspace_id() and tell_at is not null order by tell_at limit 1) as at, now() as clock`,
  );
  if (!row) throw new Error('The database did not tell the time.');
  return row;
}
