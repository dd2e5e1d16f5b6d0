import type { Ports } from '#platform/context';
import { sql } from '#platform/database';
import { type Grade, gradeOf } from '../rules/tiers.ts';
import { activeModel } from './models.ts';

/** Contacts of all workspaces by the grade of their score, each by the model of its workspace. */
export async function countGrades({ database }: Pick<Ports, 'database'>): Promise<Record<Grade, number>> {
  const counts: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0, F: 0 };
  const workspaces = await database.system.rows<{ id: string }>(sql`select id from kith.list_workspaces()`);
  for (const { id: workspaceId } of workspaces) {
    const reader = database.reader(workspaceId);
    const { model } = await activeModel({ workspaceId, sql: reader });
    const rows = await reader.rows<{
      score: number;
      contacts: number;
    }>(sql`select lead_score as score, count(*) as contacts
      from report_contacts where workspace_id = kith.workspace_id() group by lead_score`);
    for (const { score, contacts } of rows) counts[gradeOf(model, score)] += contacts;
  }
  return counts;
}
