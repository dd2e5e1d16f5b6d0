import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineKind, type RecordDraft, type WrittenRecord } from '#platform/records';
import { activity, activityType, activityTypes } from './fields.ts';
import { completeLinks, refuseUnlinked } from './links.ts';
import { statusOf } from './rules/status.ts';

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
  if (!before) set.status ??= statusOf(set, now);
  refuseUnlinked(draft, 'An activity');
}

const scored = ['type', 'occurredAt', 'status', 'contactId', 'deletedAt'];

/** Tells of the contacts with whom something has happened, or with whom it happened otherwise than was known. */
function announceToContacts(context: Context, written: readonly WrittenRecord[]): void {
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

const became = ({ before, after }: WrittenRecord, type: string, status: string) =>
  after.type === type && after.status === status && (before?.type !== type || before?.status !== status);

/** Tells of calls that have been made and of meetings that have been arranged. */
function announceByType(context: Context, written: readonly WrittenRecord[]): void {
  const told = [
    ['crm.call.logged', 'call', 'done'],
    ['crm.meeting.scheduled', 'meeting', 'open'],
  ] as const;
  for (const [event, type, status] of told) {
    const recordIds = written.filter((one) => became(one, type, status)).map((one) => one.id);
    if (recordIds.length > 0) context.emit({ type: event, object: 'activity', recordIds });
  }
}

/** What is special about activities: they stand with somebody, and their moment is now unless told. */
defineKind({
  object: activity,
  async prepare(context, drafts) {
    for (const draft of drafts) complete(draft, context.now);
    await completeLinks(context, drafts);
  },
  async afterWrite(context, written) {
    announceToContacts(context, written);
    announceByType(context, written);
  },
});

/** What is special about types of activity: their names are words, and none of those that Kith has already. */
defineKind({
  object: activityType,
  async prepare(_context, drafts) {
    for (const { set } of drafts) {
      if (typeof set.name !== 'string') continue;
      const message = (activityTypes as readonly string[]).includes(set.name)
        ? 'is a type that Kith knows already'
        : /^[a-z][a-z0-9_]*$/.test(set.name)
          ? undefined
          : 'must be small letters, digits and _, beginning with a letter, as site_visit';
      if (message)
        throw new Problem('validation_failed', { detail: `name: ${message}.`, mistakes: [{ path: 'name', message }] });
    }
  },
});
