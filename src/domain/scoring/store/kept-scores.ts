import { type Sql, sql, type Transaction } from '#platform/database';
import type { KeptScore } from '../rules/moves.ts';

/** Lets one scoring at a time into a workspace: of two that read before either writes, the slower would write what is old. */
export function holdScores(tx: Transaction): void {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended('scores:' || kith.workspace_id()::text, 0))`);
}

/** Keeps the latest moves of scores. */
export function keepScores(tx: Transaction, scores: readonly { id: string; now: KeptScore }[]): void {
  if (scores.length === 0) return;
  const rows = scores.map(({ id, now }) => ({
    contact_id: id,
    score: now.score,
    firmographic: now.firmographic,
    behavioral: now.behavioral,
    intent: now.intent,
    tier: now.tier,
    grade: now.grade,
    previous_tier: now.previousTier,
    computed_at: now.computedAt,
    next_decay_at: now.nextDecayAt,
  }));
  tx.send(sql`insert into contact_scores (contact_id, score, firmographic, behavioral, intent, tier, grade, previous_tier, computed_at, next_decay_at)
    select contact_id, score, firmographic, behavioral, intent, tier, grade, previous_tier, computed_at, next_decay_at
    from json_populate_recordset(null::contact_scores, ${JSON.stringify(rows)}::json)
    on conflict (workspace_id, contact_id) do update set score = excluded.score, firmographic = excluded.firmographic,
      behavioral = excluded.behavioral, intent = excluded.intent, tier = excluded.tier, grade = excluded.grade,
      previous_tier = excluded.previous_tier, computed_at = excluded.computed_at, next_decay_at = excluded.next_decay_at`);
}

/** Contacts whose scores have faded since they were kept. */
export async function fadedContacts(reader: Sql, now: Date, most: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select contact_id as id from contact_scores
    where workspace_id = kith.workspace_id() and next_decay_at <= ${now} order by next_decay_at limit ${most}`);
  return rows.map(({ id }) => id);
}

/** When the next score fades; undefined when none will. */
export async function nextFade(reader: Sql): Promise<Date | undefined> {
  const row = await reader.first<{ at: Date }>(sql`select next_decay_at as at from contact_scores
    where workspace_id = kith.workspace_id() and next_decay_at is not null order by next_decay_at limit 1`);
  return row?.at;
}

/** Contacts that are not there (any more) have no score that could fade. */
export function stopFading(tx: Transaction, ids: readonly string[]): void {
  if (ids.length === 0) return;
  tx.send(sql`update contact_scores set next_decay_at = null
    where workspace_id = kith.workspace_id() and contact_id = any(${ids}::uuid[]) and next_decay_at is not null`);
}
