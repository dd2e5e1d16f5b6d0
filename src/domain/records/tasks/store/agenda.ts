import type { RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { listCondition, mayReadFields, seenBy, seenJson } from '#platform/records';
import { task } from '../fields.ts';
import { type AgendaDays, type SectionName, sections } from '../rules/agenda.ts';

/** Counted to this many, and no further. */
const countedAtMost = 1000;

const shown = [
  ...['subject', 'description', 'status', 'priority', 'dueAt', 'dueOn', 'remindAt', 'repeat', 'assigneeId', 'queue'],
  ...['contactId', 'accountId', 'dealId', 'leadId', 'createdAt'],
];

export interface AgendaSection {
  name: SectionName;
  count: number;
  countIsExact: boolean;
  /** Tasks as JSON. */
  tasks: string[];
}

/**
 * A task with a day stands in that day wherever its assignee is, so its moment may be up to a day away from where the day begins here: the
 * moment narrows the search by the index, the day decides.
 */
const margin = sql`interval '26 hours'`;

function inSection(name: SectionName, { now, today, tomorrowAt }: AgendaDays): RawBuilder<unknown> {
  const isToday = sql`(case when t.due_on is null then t.due_at < ${tomorrowAt} else t.due_on <= ${today}::date end)`;
  switch (name) {
    case 'overdue':
      return sql`t.due_at <= ${now}`;
    case 'today':
      return sql`t.due_at > ${now} and t.due_at < ${tomorrowAt}::timestamptz + ${margin} and ${isToday}`;
    case 'upcoming':
      return sql`t.due_at > ${now} and not ${isToday}`;
    case 'later':
      return sql`t.due_at is null`;
  }
}

/** What the sections hold, and their first tasks: what is due first comes first, what has no date by how new it is. */
export async function agendaSections(
  context: Context,
  filter: object,
  days: AgendaDays,
  limit: number,
): Promise<AgendaSection[]> {
  const condition = await listCondition(context, task, { filter });
  const json = seenJson(await seenBy(context, task), shown);
  const read = async (name: SectionName): Promise<AgendaSection> => {
    const where = sql`${condition} and ${inSection(name, days)}`;
    const order = name === 'later' ? sql`t.created_at desc, t.id desc` : sql`t.due_at, t.id`;
    const [rows, counted] = await Promise.all([
      context.sql.rows<{ json: string }>(
        sql<{ json: string }>`select ${json} as json from tasks t where ${where} order by ${order} limit ${limit}`,
      ),
      countTo(context, where, countedAtMost),
    ]);
    return { name, ...counted, tasks: rows.map((row) => row.json) };
  };
  return Promise.all(sections.map(read));
}

async function countTo(context: Context, where: RawBuilder<unknown>, most: number) {
  const row = await context.sql.first<{ count: number }>(
    sql`select count(*) as count from (select 1 from tasks t where ${where} limit ${most + 1}) counted`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, most), countIsExact: count <= most };
}

/** How many tasks are overdue, and how many fall on each day ahead; days on which none falls are left out. */
export async function tasksByDay(context: Context, filter: object, days: AgendaDays, zone: string) {
  const condition = await listCondition(context, task, { filter });
  const [overdue, rows] = await Promise.all([
    countTo(context, sql`${condition} and ${inSection('overdue', days)}`, countedAtMost),
    context.sql.rows<{ day: string; count: number }>(
      sql<{ day: string; count: number }>`
        select greatest(coalesce(t.due_on, (t.due_at at time zone ${zone})::date), ${days.today}::date)::text as day, count(*) as count
        from tasks t where ${condition} and t.due_at > ${days.now} and t.due_at < ${days.endAt}::timestamptz + ${margin} group by 1`,
    ),
  ]);
  return { overdue, byDay: new Map(rows.map(({ day, count }) => [day, count])) };
}

/** The piles that tasks lie on or have lain on, by name; the index is walked from one name to the next. */
export async function queuesInUse(context: Context, most: number): Promise<string[]> {
  if (!(await mayReadFields(context, task, ['queue']))) return [];
  const next = (after: RawBuilder<unknown>) => sql`(select t.queue from tasks t
    where t.workspace_id = kith.workspace_id() and t.queue is not null and ${after} order by t.queue limit 1)`;
  const rows = await context.sql.rows<{ queue: string }>(sql<{ queue: string }>`
    with recursive found(queue) as (
      select ${next(sql`true`)} union all select ${next(sql`t.queue > found.queue`)} from found where found.queue is not null
    ) select queue from found where queue is not null limit ${most}`);
  return rows.map(({ queue }) => queue);
}
