import { contact, lifecycleIn, stagesBefore } from '#domain/records/contacts';
import { currencyCode, workspaceCurrency } from '#domain/records/currencies';
import { addStageGuard, allStages, lockStages } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import {
  defineKind,
  partsOfReadable,
  type RecordDraft,
  settleMoney,
  updateRecords,
  type WrittenRecord,
} from '#platform/records';
import { extraOf } from './extra.ts';
import { competitor, deal, stakeholder } from './fields.ts';
import { completeDeal } from './rules/complete-deal.ts';
import { stepsOf, triggeredBy } from './rules/steps.ts';
import { accountsOfContacts, contactsInStages } from './store/contacts.ts';
import { insertSteps } from './store/stage-history.ts';
import { stakeholdersOf } from './store/stakeholders.ts';
import { refuseUsedStages } from './used-stages.ts';
import { setBaseAmounts } from './value-deals.ts';

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  lockStages(context.tx, context.workspaceId, 'shared');
  const [stages, currency] = await Promise.all([allStages(context.tx), workspaceCurrency(context.tx)]);
  for (const draft of drafts) {
    const { set, extra } = draft;
    if (typeof set.currency === 'string') set.currency = currencyCode('currency', set.currency);
    const { imported = false, unasked = imported, moving = false, called } = extraOf(extra);
    if (!draft.before && called) set.name ??= called;
    completeDeal(draft, { stages, now: context.now, currency, unasked, moving });
    settleMoney(deal, draft);
  }
  await joinAccounts(context, drafts);
  await setBaseAmounts(context.tx, drafts, currency);
}

/** Business with somebody is business with the company that they work for. */
async function joinAccounts(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const lacking = drafts.filter(({ before, set }) => !before && !set.accountId && typeof set.contactId === 'string');
  if (lacking.length === 0) return;
  const ids = [...new Set(lacking.map(({ set }) => set.contactId as string))];
  const accounts = await accountsOfContacts(context.tx, ids);
  for (const { set } of lacking) set.accountId = accounts.get(set.contactId as string) ?? null;
}

/** Keeps the history of stages, tells of it, and makes customers of the people of deals that were won. */
async function afterWrite(context: Context, written: WrittenRecord[]): Promise<void> {
  const steps = stepsOf(written.map((one) => ({ ...one, past: extraOf(one.extra).past })));
  await insertSteps(context, steps);
  const moved = written.filter((one) => one.before && one.changed.has('stageId'));
  for (const one of moved) context.emit(stageChanged(context, one));
  for (const one of written) if (one.before && one.changed.has('contactId')) context.emit(contactChanged(one));
  const closed = written.filter((one) => one.changed.has('status') && !extraOf(one.extra).imported);
  for (const one of closed) {
    if (one.after.status === 'open') continue;
    const reason = one.after.status === 'lost' ? { reason: one.after.lostReason ?? null } : {};
    context.emit({ ...aboutDeal(one, reason), type: `crm.deal.${one.after.status}` });
  }
  await makeCustomers(context, closed);
}

function aboutDeal({ id, after }: WrittenRecord, data: Record<string, unknown>) {
  const value = after.amount ?? null;
  const told = { dealId: publicId(deal.prefix, id), value, currency: after.currency, ...data };
  return { object: deal.name, recordIds: [id], data: told };
}

function stageChanged(context: Context, one: WrittenRecord) {
  const { before, after } = one;
  const data = {
    fromStage: before?.stage,
    toStage: after.stage,
    fromStageId: publicId('sg', String(before?.stageId)),
    toStageId: publicId('sg', String(after.stageId)),
    triggeredBy: triggeredBy(context.actor.type),
  };
  return { ...aboutDeal(one, data), type: 'crm.deal.stage_changed' };
}

function contactChanged({ id, before, after }: WrittenRecord) {
  const shown = (contactId: unknown) => (typeof contactId === 'string' ? publicId(contact.prefix, contactId) : null);
  const people = { fromContactId: shown(before?.contactId), toContactId: shown(after.contactId) };
  const data = { dealId: publicId(deal.prefix, id), ...people };
  return { object: deal.name, recordIds: [id], data, type: 'crm.deal.contact_changed' };
}

/** In the same change set, so that whoever takes back the deal takes this back with it. */
async function makeCustomers(context: Context, closed: readonly WrittenRecord[]): Promise<void> {
  const won = closed.filter((one) => one.after.status === 'won');
  if (won.length === 0) return;
  const ids = won.map((one) => one.id);
  const [stakeholders, lifecycle] = await Promise.all([stakeholdersOf(context.tx, ids), lifecycleIn(context.tx)]);
  const people = new Set(stakeholders);
  for (const { after } of won) if (typeof after.contactId === 'string') people.add(after.contactId);
  const earlier = await contactsInStages(context.tx, [...people], stagesBefore(lifecycle, 'customer'));
  const updates = earlier.map((id) => ({ id, set: { lifecycleStage: 'customer' } }));
  await updateRecords(context, contact, updates, { skipMissing: true });
}

defineKind({ object: deal, prepare, afterWrite });
defineKind({
  object: stakeholder,
  visible: (context) => partsOfReadable(context, [deal, contact]),
  onlyOnce: ({ deletedAt, dealId, contactId }) => (deletedAt ? undefined : `${dealId} ${contactId}`),
});
defineKind({ object: competitor, visible: (context) => partsOfReadable(context, [deal]) });

addStageGuard(refuseUsedStages);
