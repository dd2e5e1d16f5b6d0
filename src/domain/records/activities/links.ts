import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { missing } from '#platform/operations';
import type { RecordDraft } from '#platform/records';
import { accountsOfContacts, accountsThere } from './store/references.ts';

/** The fields by which what happened stands with records, in the order in which they are asked for. */
export const links = ['contactId', 'accountId'] as const;

/** Refuses a record that would stand with nobody. Errors: `validation_failed`. */
export function refuseUnlinked({ set, before }: RecordDraft, what: string): void {
  if (links.some((name) => (set[name] === undefined ? before?.[name] : set[name]))) return;
  throw new Problem('validation_failed', {
    detail: `${what} belongs to a contact or an account: give contactId or accountId.`,
    mistakes: [{ path: 'contactId', message: 'is needed, or accountId' }],
  });
}

/**
 * Who something new stands with must be there, and not deleted; what is done with a contact is done with the account that it works for.
 * Errors: `not_found`.
 */
export async function completeLinks(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const fresh = drafts.filter((draft) => !draft.before);
  const given = (field: string) => [
    ...new Set(fresh.map((draft) => draft.set[field]).filter((id) => typeof id === 'string')),
  ];
  const [contactIds, accountIds] = [given('contactId'), given('accountId')];
  const [employers, accounts] = await Promise.all([
    contactIds.length > 0 ? accountsOfContacts(context.tx, contactIds) : new Map<string, string | null>(),
    accountIds.length > 0 ? accountsThere(context.tx, accountIds) : new Set<string>(),
  ]);
  for (const id of contactIds) if (!employers.has(id)) throw missing('contact', id);
  for (const id of accountIds) if (!accounts.has(id)) throw missing('account', id);
  for (const { set } of fresh) {
    if (set.accountId === undefined) set.accountId = employers.get(String(set.contactId)) ?? null;
  }
}
