import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { WrittenRecord } from '#platform/records';

/** Keeps the primary e-mail and phone of contacts among their contact points. */
export async function keepContactPoints(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const rows: { contact_id: string; kind: string; key: string; value: string; is_primary: boolean }[] = [];
  for (const one of written) {
    for (const kind of ['email', 'phone'] as const) {
      const value = one.changed.has(kind) ? (one.after[kind] as string | null) : null;
      if (value) rows.push({ contact_id: one.id, kind, key: value.toLowerCase(), value, is_primary: true });
    }
  }
  if (rows.length === 0) return;
  await context.tx.rows(sql`insert into contact_points (contact_id, kind, key, value, is_primary)
    select contact_id, kind, key, value, is_primary from json_populate_recordset(null::contact_points, ${JSON.stringify(rows)}::json)
    on conflict (workspace_id, kind, key, contact_id) do update set is_primary = true`);
}
