import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { missing } from '#platform/operations';
import { defineKind, type RecordDraft, type WrittenRecord } from '#platform/records';
import { activity } from './fields.ts';
import { accountsOfContacts, accountsThere } from './store/references.ts';

function complete(draft: RecordDraft, now: Date): void {
  const { set, before } = draft;
  if (!before) set.occurredAt ??= now.toISOString();
  if (set.occurredAt === null) set.occurredAt = before?.occurredAt ?? now.toISOString();
  if (set.subject === null) set.subject = '';
  if (typeof set.type === 'string') {
    set.type = set.type.trim();
    if (set.type === '')
      throw new Problem('validation_failed', {
        detail: 'An activity has a type, such as note, call or meeting.',
        mistakes: [{ path: 'type', message: 'must not be empty' }],
      });
  }
  const contactId = set.contactId === undefined ? before?.contactId : set.contactId;
  const accountId = set.accountId === undefined ? before?.accountId : set.accountId;
  if (!contactId && !accountId) {
    throw new Problem('validation_failed', {
      detail: 'An activity belongs to a contact or an account: give contactId or accountId.',
      mistakes: [{ path: 'contactId', message: 'is needed, or accountId' }],
    });
  }
}

/** Who something new is logged with must be there, and not deleted; what is done with a contact is done with the account it works for. */
async function join(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
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

const scored = ['type', 'occurredAt', 'status', 'contactId', 'deletedAt'];

/** Tells of the contacts with whom something has happened, or with whom it happened otherwise than was known. */
function announce(context: Context, written: readonly WrittenRecord[]): void {
  const logged = written.filter((one) => !one.before && one.after.contactId);
  const corrected = written.filter((one) => one.before && scored.some((name) => one.changed.has(name)));
  const contactsOf = (some: readonly WrittenRecord[]) =>
    [...new Set(some.flatMap(({ before, after }) => [after.contactId, before?.contactId]).filter(Boolean))] as string[];
  const typesOf = (some: readonly WrittenRecord[]) => [...new Set(some.map(({ after }) => String(after.type)))].sort();
  for (const [type, some] of [['logged', logged] as const, ['corrected', corrected] as const]) {
    const recordIds = contactsOf(some);
    if (recordIds.length === 0) continue;
    context.emit({ type: `crm.activity.${type}`, object: 'contact', recordIds, data: { types: typesOf(some) } });
  }
}

/** What is special about activities: they stand with somebody, and their moment is now unless told. */
defineKind({
  object: activity,
  async prepare(context, drafts) {
    for (const draft of drafts) complete(draft, context.now);
    await join(context, drafts);
  },
  async afterWrite(context, written) {
    announce(context, written);
  },
});
