import { forgetRouting, routeRecords } from '#domain/routing';
import type { Context } from '#platform/context';
import { defineKind, ownerByMaking, type RecordDraft } from '#platform/records';
import { announceLeads } from './announce-leads.ts';
import { lead } from './fields.ts';
import { extraOf } from './lead-extra.ts';
import { kindOfStatus, type LeadSettings } from './rules/lead-settings.ts';
import { normaliseLead } from './rules/normalise-lead.ts';
import { settleLead } from './rules/settle-lead.ts';
import { shownScores } from './shown-scores.ts';
import { settingsIn } from './store/lead-settings.ts';

/** Gives new leads the score of their contact. */
async function scoreNew(context: Context, fresh: readonly RecordDraft[]): Promise<void> {
  const contactIds = fresh.map(({ set }) => set.contactId).filter((id) => typeof id === 'string');
  const scores = await shownScores(context, [...new Set(contactIds)]);
  for (const { set } of fresh) {
    const shown = scores.get(String(set.contactId));
    if (shown) Object.assign(set, { score: shown.score, tier: shown.tier, grade: shown.grade });
  }
}

/** Asks the rules who gets the new leads that have nobody, best ones first: the best of a file are not left to whoever is still free. */
async function routeNew(context: Context, settings: LeadSettings, fresh: readonly RecordDraft[]): Promise<void> {
  const waiting = fresh
    .filter(({ set, extra }) => !set.ownerId && extraOf({ extra }).route !== 'no' && isNew(settings, set.status))
    .sort((one, other) => Number(other.set.score ?? 0) - Number(one.set.score ?? 0));
  const decisions = await routeRecords(
    context,
    waiting.map(({ set }) => ({ values: set })),
  );
  for (const [index, decision] of decisions.entries()) {
    const draft = waiting[index];
    if (!draft) continue;
    draft.extra = { ...extraOf(draft), decision };
    if (decision.ownerId === null) {
      // Nobody else gets it: it is whose hands it came by, if they would lose sight of it otherwise.
      const ownerId = ownerByMaking(context, lead);
      if (ownerId) draft.set.ownerId = ownerId;
      continue;
    }
    const { ownerId, territoryId, because } = decision;
    Object.assign(draft.set, { ownerId, territoryId, assignedBecause: because });
  }
}

function isNew(settings: LeadSettings, status: unknown): boolean {
  return status === undefined || status === null || kindOfStatus(settings, status) === 'new';
}

/** What is special about leads: they show the score of their contact, the rules say who gets them, and their status is a state machine. */
defineKind({
  object: lead,
  findsOwners: true,
  async prepare(context, drafts) {
    const { settings } = await settingsIn(context.tx);
    for (const draft of drafts) normaliseLead(draft);
    const fresh = drafts.filter(({ before }) => before === undefined);
    if (fresh.length > 0) {
      await scoreNew(context, fresh);
      await routeNew(context, settings, fresh);
    }
    const settling = { settings, now: context.now, by: context.actor.name };
    for (const draft of drafts) settleLead(draft, settling);
  },
  afterWrite: announceLeads,
  async beforePurge(context, ids) {
    forgetRouting(context.tx, ids);
  },
});
