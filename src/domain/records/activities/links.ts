import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { missing } from '#platform/operations';
import type { RecordDraft } from '#platform/records';
import { recordsLinked } from './store/references.ts';

/** The fields by which what happened stands with records, by the kind that they name. */
export const linkFields = { contact: 'contactId', account: 'accountId', deal: 'dealId', lead: 'leadId' } as const;
export type LinkedKind = keyof typeof linkFields;
export const links = Object.values(linkFields);

/** Refuses a record that would stand with nobody. Errors: `validation_failed`. */
export function refuseUnlinked({ set, before }: RecordDraft, what: string): void {
  if (links.some((name) => (set[name] === undefined ? before?.[name] : set[name]))) return;
  throw new Problem('validation_failed', {
    detail: `${what} belongs to a contact, an account, a deal or a lead: give contactId, accountId, dealId or leadId.`,
    mistakes: [{ path: 'contactId', message: 'is needed, or accountId, dealId or leadId' }],
  });
}

/**
 * What something new stands with must be there, and not deleted; what is done with a contact, a deal or a lead is done with the account that
 * it belongs to, and what is done with a lead with its contact. Errors: `not_found`.
 */
export async function completeLinks(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const fresh = drafts.filter((draft) => !draft.before);
  const kinds = Object.entries(linkFields) as [LinkedKind, (typeof links)[number]][];
  const found = await Promise.all(
    kinds.map(async ([kind, name]) => {
      const ids = [...new Set(fresh.map(({ set }) => set[name]).filter((id) => typeof id === 'string'))];
      const linked = await recordsLinked(context.tx, kind, ids);
      for (const id of ids) if (!linked.has(id)) throw missing(kind, id);
      return [kind, linked] as const;
    }),
  );
  const linkedOf = Object.fromEntries(found) as Record<LinkedKind, Awaited<ReturnType<typeof recordsLinked>>>;
  for (const { set } of fresh) {
    if (set.contactId === undefined) set.contactId = linkedOf.lead.get(String(set.leadId))?.contactId ?? null;
    if (set.accountId !== undefined) continue;
    const owners = [linkedOf.contact.get(String(set.contactId)), linkedOf.deal.get(String(set.dealId))];
    const employer = [...owners, linkedOf.lead.get(String(set.leadId))].find((one) => one?.accountId);
    set.accountId = employer?.accountId ?? null;
  }
}
