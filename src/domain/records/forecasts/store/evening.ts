import { type Sql, sql } from '#platform/database';

/** A moment by the calendar of the workspace. */
export interface WorkspaceDay {
  /** As `2026-11-29`. */
  day: string;
  zone: string;
  /** Five to midnight of that day; of the next one when that is over. */
  evening: Date;
}

/** The day that a moment belongs to where the workspace is, and when the forecasts are to be kept next. */
export async function workspaceDay(reader: Sql, now: Date): Promise<WorkspaceDay> {
  const [row] = await reader.rows<WorkspaceDay>(sql<WorkspaceDay>`
    select here.day::text as day, here.zone, case when ${now}::timestamptz < here.evening at time zone here.zone
      then here.evening at time zone here.zone else (here.evening + interval '1 day') at time zone here.zone end as evening
    from (
      select zone, (${now}::timestamptz at time zone zone)::date as day,
        (${now}::timestamptz at time zone zone)::date + time '23:55' as evening
      from report_time_zones where workspace_id = kith.workspace_id() and user_id is null
    ) here`);
  if (!row) throw new Error('The workspace is not there.');
  return row;
}
