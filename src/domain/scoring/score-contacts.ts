import './events.ts';
import { setScores } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { type Move, moveOf } from './rules/moves.ts';
import { scheduleFading } from './schedule.ts';
import { candidates } from './store/candidates.ts';
import { holdScores, keepScores, stopFading } from './store/kept-scores.ts';
import { type ActiveModel, activeModel } from './store/models.ts';

const dayMs = 86_400_000;
/** As many contacts at a time are told about one by one, with their numbers; more of them together, by their ids. */
const mostToldSingly = 20;

/** Contacts at a time: keeps a transaction well below a second. */
export const chunkSize = 1000;

export interface Scored {
  /** Contacts that were looked at. */
  scored: number;
  /** Those whose score or tier is another now. */
  changed: number;
}

/**
 * Scores contacts on what is known now, keeps what has changed and announces it. Up to 1,000 at a time.
 * @param newOnes those that have just been created
 * @param known the active model, where it was read in this transaction already
 */
export async function scoreContacts(
  context: Context,
  ids: readonly string[],
  newOnes: ReadonlySet<string> = new Set(),
  known?: ActiveModel,
): Promise<Scored> {
  if (ids.length === 0) return { scored: 0, changed: 0 };
  holdScores(context.tx);
  const { model } = known ?? (await activeModel(context));
  const since = new Date(context.now.getTime() - model.activityWindowDays * dayMs);
  const found = await candidates(context.tx, ids, since, model);
  const moves = found.map((one) => moveOf(model, one, context.now, newOnes.has(one.id)));
  const moved = moves.filter((move) => move.moved);
  const there = await setScores(
    context,
    moved.map(({ id, now }) => ({ id, score: now.score, tier: now.tier, grade: now.grade })),
  );
  const written = new Set(there.map(({ id }) => id));
  // Deleted for good since they were read.
  const gone = new Set(moved.map(({ id }) => id).filter((id) => !written.has(id)));
  keepScores(
    context.tx,
    moves.filter((move) => move.keep && !gone.has(move.id)),
  );
  if (found.length < ids.length) stopFading(context.tx, missingOf(ids, found));
  const fades = moves.flatMap(({ now }) => now.nextDecayAt?.getTime() ?? []);
  if (fades.length > 0) scheduleFading(context, new Date(Math.min(...fades)));
  announce(
    context,
    moves.filter((move) => move.news && !gone.has(move.id)),
  );
  return { scored: found.length, changed: written.size };
}

function missingOf(ids: readonly string[], found: readonly { id: string }[]): string[] {
  const there = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

function announce(context: Context, moves: readonly Move[]): void {
  if (moves.length === 0) return;
  const about = (some: readonly Move[]) => ({ object: 'contact', recordIds: some.map(({ id }) => id) });
  if (moves.length > mostToldSingly) context.emit({ type: 'crm.contact.scored', ...about(moves) });
  else for (const move of moves) context.emit({ type: 'crm.contact.scored', ...about([move]), data: numbersOf(move) });
  const steps = moves.filter(({ change }) => change.changed);
  for (const some of Map.groupBy(steps, ({ change }) => `${change.previousTier} ${change.tier}`).values()) {
    const [{ change } = { change: undefined }] = some;
    if (!change) continue;
    const { previousTier, tier, becameQualified, becameSalesReady } = change;
    const data = { previousTier, tier };
    if (previousTier !== null) context.emit({ type: 'crm.contact.tier_changed', ...about(some), data });
    if (becameQualified) context.emit({ type: 'crm.lead.qualified', ...about(some), data });
    if (becameSalesReady) {
      const text = previousTier ? `Lead upgraded from ${previousTier} to ${tier}` : `New lead is ${tier}`;
      context.emit({ type: 'notification.urgent', ...about(some), data: { kind: 'lead_qualified', text } });
    }
  }
}

function numbersOf({ now, change }: Move): Record<string, unknown> {
  const { score, tier, firmographic, behavioral, intent } = now;
  const breakdown = { firmographic, behavioral, intent };
  return { score, tier, previousTier: change.previousTier, tierChanged: change.changed, breakdown };
}
