import type { Ports } from '#platform/context';
import { sql } from '#platform/database';
import type { Grade } from '../rules/tiers.ts';

/** Contacts of all workspaces by the grade of their score. */
export async function countGrades({ database }: Pick<Ports, 'database'>): Promise<Record<Grade, number>> {
  const counts: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0, F: 0 };
  const workspaces = await database.system.rows<{ id: string }>(sql`select id from kith.list_workspaces()`);
  for (const { id } of workspaces) {
    const rows = await database.reader(id).rows<{ grade: Grade; contacts: number }>(sql`
      select score_grade as grade, count(*) as contacts from report_contacts
      where workspace_id = kith.workspace_id() group by score_grade`);
    for (const { grade, contacts } of rows) counts[grade] += contacts;
  }
  return counts;
}
