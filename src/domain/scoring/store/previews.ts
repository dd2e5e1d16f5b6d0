import { type Sql, sql, type Transaction } from '#platform/database';
import { emptyTally, type PreviewTally } from '../rules/preview.ts';

export interface Preview {
  modelVersion: number;
  status: 'running' | 'done';
  /** The last contact that was looked at. */
  position: string | null;
  /** How many there are in all. */
  contacts: number;
  tally: PreviewTally;
  startedAt: Date;
  endedAt: Date | null;
}

/** Begins the preview of a model anew. */
export async function beginPreview(tx: Transaction, modelId: string, modelVersion: number, at: Date): Promise<void> {
  await tx.rows(sql`insert into scoring_previews (model_id, model_version, contacts, tally, started_at)
    values (${modelId}, ${modelVersion}, (select count(*) from report_contacts where workspace_id = kith.workspace_id()),
      ${JSON.stringify(emptyTally)}::jsonb, ${at})
    on conflict (workspace_id, model_id) do update set model_version = excluded.model_version, status = 'running', position = null,
      contacts = excluded.contacts, tally = excluded.tally, started_at = excluded.started_at, ended_at = null`);
}

/** The latest preview of a model; `lock` holds it until the transaction ends. */
export function previewOf(reader: Sql, modelId: string, lock: 'lock' | 'look' = 'look'): Promise<Preview | undefined> {
  return reader.first<Preview>(sql`select model_version as "modelVersion", status, position, contacts, tally, started_at as "startedAt",
      ended_at as "endedAt" from scoring_previews
    where workspace_id = kith.workspace_id() and model_id = ${modelId} ${lock === 'lock' ? sql`for update` : sql``}`);
}

/** Keeps how far a preview has come; without a position it is done. */
export function advancePreview(
  tx: Transaction,
  modelId: string,
  tally: PreviewTally,
  position: string | undefined,
  at: Date,
): void {
  tx.send(sql`update scoring_previews set tally = ${JSON.stringify(tally)}::jsonb, position = coalesce(${position ?? null}::uuid, position),
      status = ${position ? 'running' : 'done'}, ended_at = ${position ? null : at}
    where workspace_id = kith.workspace_id() and model_id = ${modelId}`);
}
