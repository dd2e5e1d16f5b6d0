import { Problem } from '#platform/errors';
import { defineKind, type RecordDraft } from '#platform/records';
import { activity } from './fields.ts';

function complete(draft: RecordDraft, now: Date): void {
  const { set, before } = draft;
  if (!before) set.occurredAt ??= now.toISOString();
  if (set.subject === null) set.subject = '';
  const contactId = set.contactId === undefined ? before?.contactId : set.contactId;
  const accountId = set.accountId === undefined ? before?.accountId : set.accountId;
  if (!contactId && !accountId) {
    throw new Problem('validation_failed', {
      detail: 'An activity belongs to a contact or an account: give contactId or accountId.',
      mistakes: [{ path: 'contactId', message: 'is needed, or accountId' }],
    });
  }
}

/** What is special about activities: they stand with somebody, and their moment is now unless told. */
export const activityKind = defineKind({
  object: activity,
  async prepare(context, drafts) {
    for (const draft of drafts) complete(draft, context.now);
  },
  async afterWrite(context, written) {
    const touched = written.filter((one) => one.after.contactId);
    const contacts = [...new Set(touched.map((one) => one.after.contactId as string))];
    if (contacts.length === 0) return;
    const types = [...new Set(touched.map((one) => one.after.type as string))].sort();
    context.emit({ type: 'crm.activity.logged', object: 'contact', recordIds: contacts, data: { types } });
  },
});
