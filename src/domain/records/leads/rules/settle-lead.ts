import { Problem } from '#platform/errors';
import { answerDue, kindOfStatus, type LeadSettings, statusOf } from './lead-settings.ts';

type Values = Record<string, unknown>;

/** A lead about to be written: a draft of `#platform/records` is one. */
export interface UnsettledLead {
  before: Values | undefined;
  /** What is to be written; what follows from it is added. */
  set: Values;
  /** The values were right once: a change is taken back. */
  undoing?: boolean | undefined;
}

export interface Settling {
  settings: LeadSettings;
  now: Date;
  /** Who does it, for the reason of an assignment by hand. */
  by: string;
}

const has = (set: Values, name: string) => set[name] !== undefined;

/**
 * Adds what follows from a new owner or status: since when, why, until when, and whether the lead is closed. A writer who gives these
 * values too (undo, conversion) knows better, and nothing is added or refused. Errors: `validation_failed`, `conflict`.
 */
export function settleLead(one: UnsettledLead, settling: Settling): void {
  const { before, set } = one;
  if (set.status === null) delete set.status;
  if (!before && !has(set, 'status')) set.status = statusOf(settling.settings, set.ownerId ? 'assigned' : 'new');
  if (one.undoing) mend(one, settling);
  const knowsBetter = has(set, 'closedAt') || has(set, 'assignedAt');
  if (one.undoing || knowsBetter) return;
  if (!before || has(set, 'ownerId')) settleOwner(one, settling);
  if (!before || (has(set, 'status') && set.status !== before.status)) settleStatus(one, settling);
  if (has(set, 'disqualificationReason')) refuseUnknownReason(set, settling.settings);
}

/** Taken back only in part, when something has been changed since, a lead is still what its status and owner say. */
function mend({ before, set }: UnsettledLead, { settings, now }: Settling): void {
  const value = (name: string) => (set[name] === undefined ? before?.[name] : set[name]) ?? null;
  const kind = kindOfStatus(settings, value('status'));
  if (kind !== 'converted') Object.assign(set, { convertedAt: null, dealId: null });
  if (kind !== 'converted' && kind !== 'disqualified') set.closedAt = null;
  else set.closedAt = value('closedAt') ?? now.toISOString();
  const owner = value('ownerId');
  if (owner) set.assignedAt = value('assignedAt') ?? now.toISOString();
  else Object.assign(set, { assignedAt: null, assignedBecause: null });
  if (kind === 'new' && owner) set.status = statusOf(settings, 'assigned');
  if (kind === 'assigned' && !owner) set.status = statusOf(settings, 'new');
}

function settleOwner({ before, set }: UnsettledLead, { settings, now, by }: Settling): void {
  const owner = set.ownerId ?? null;
  if (before && owner === (before.ownerId ?? null)) return;
  const kind = kindOfStatus(settings, set.status ?? before?.status);
  const waits =
    kind === 'new' || kind === 'assigned' || (kind === 'accepted' && before !== undefined && !has(set, 'status'));
  set.assignedAt = owner ? now.toISOString() : null;
  set.assignedBecause = owner ? (set.assignedBecause ?? `${by} assigned it by hand.`) : (set.assignedBecause ?? null);
  if (before && set.territoryId === undefined) set.territoryId = null;
  set.overdueAt = null;
  if (!waits) return;
  set.status = statusOf(settings, owner ? 'assigned' : 'new');
  set.acceptedAt = null;
  set.slaDueAt = answerDue(settings, set.tier ?? before?.tier, now);
}

function settleStatus({ before, set }: UnsettledLead, { settings, now }: Settling): void {
  const kind = kindOfStatus(settings, set.status);
  if (!settings.statuses.some(({ name }) => name === set.status))
    throw refusal(
      'status',
      `There is no status '${String(set.status).slice(0, 60)}'. They are ${settings.statuses.map(({ name }) => name).join(', ')}.`,
    );
  const was = before ? kindOfStatus(settings, before.status) : undefined;
  if (was === 'converted')
    throw new Problem('conflict', { detail: 'This lead has been converted. Undo the conversion to work on it again.' });
  if (kind === 'converted')
    throw refusal('status', 'A lead becomes converted by its conversion: POST /leads/:id/convert.');
  if (kind === 'disqualified') {
    if (!(set.disqualificationReason ?? before?.disqualificationReason))
      throw refusal(
        'disqualificationReason',
        `Say why nothing will come of it: ${settings.disqualificationReasons.join(', ')}.`,
      );
    set.closedAt = now.toISOString();
    return;
  }
  if (was === 'disqualified') Object.assign(set, { closedAt: null, disqualificationReason: null });
  const owner = set.ownerId === undefined ? before?.ownerId : set.ownerId;
  if (kind === 'new' && owner)
    throw refusal('status', 'A lead that somebody has is not new. Take its owner away instead.');
  if (kind === 'assigned' && !owner) throw refusal('status', 'Say who it is assigned to: give ownerId.');
  if (kind === 'accepted' || kind === 'open') set.acceptedAt = before?.acceptedAt ?? now.toISOString();
}

function refuseUnknownReason(set: Values, { disqualificationReasons }: LeadSettings): void {
  const reason = set.disqualificationReason;
  if (reason === null || disqualificationReasons.includes(String(reason))) return;
  throw refusal('disqualificationReason', `The reasons are ${disqualificationReasons.join(', ')}.`);
}

function refusal(path: string, message: string): Problem {
  return new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}
