import { normaliseEmail, normalisePhone } from '#domain/matching';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineKind, type RecordDraft, refuseRings, type WrittenRecord } from '#platform/records';
import { contact } from './fields.ts';
import { completeContact, normaliseContact, type Reachable, type ReadContact } from './rules/complete-contact.ts';
import {
  type ContactPoint,
  contactsWithKey,
  contactsWithKeys,
  insertPoints,
  lockEmailKeys,
  removePoints,
  removePointsOf,
} from './store/contact-points.ts';

function readBefore(draft: { extra: unknown }): ReadContact | undefined {
  return draft.extra as ReadContact | undefined;
}

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  const owners = new Map<string, RecordDraft>();
  for (const draft of drafts) {
    const read = readBefore(draft);
    const reachable = read ?? normaliseContact(draft, undefined);
    if (isRestored(draft)) reachable.emails.push(...storedEmail(draft));
    if (draft.before === undefined || touchesQuality(draft)) completeContact(draft, reachable, read?.badValues ?? 0);
    if (read || (draft.set.email === draft.before?.email && !isRestored(draft))) continue;
    for (const email of reachable.emails) {
      if (email.role) continue;
      const other = owners.get(email.key);
      if (other && other.id !== draft.id) refuseSameEmail();
      owners.set(email.key, draft);
    }
  }
  await refuseRings(context, contact, 'reportsToId', drafts);
  await refuseKnownEmails(context, owners);
}

/** Somebody else may have come with the same address while the contact was deleted. */
function isRestored(draft: RecordDraft): boolean {
  return draft.set.deletedAt === null && typeof draft.before?.deletedAt === 'string';
}

function storedEmail(draft: RecordDraft) {
  const email = draft.set.email === undefined ? normaliseEmail(String(draft.before?.email ?? '')).value : undefined;
  return email ? [email] : [];
}

const qualityFields = ['firstName', 'lastName', 'email', 'phone', 'title', 'country', 'accountId'];

function refuseSameEmail(): never {
  throw new Problem('already_known', {
    detail: 'Several contacts cannot have the same e-mail address: it belongs to one person. Change one contact only.',
    mistakes: [{ path: 'email', message: 'would belong to several contacts' }],
  });
}

function touchesQuality(draft: RecordDraft): boolean {
  return qualityFields.some((name) => draft.set[name] !== undefined);
}

/** An equal personal e-mail is the same person: a new record would be a double. Imports have looked already. */
async function refuseKnownEmails(context: Context, owners: ReadonlyMap<string, RecordDraft>): Promise<void> {
  if (owners.size === 0) return;
  const keys = [...owners.keys()];
  lockEmailKeys(context, keys);
  for (const known of await contactsWithKeys(context.tx, 'email', keys)) {
    if (known.contactId === owners.get(known.key)?.id) continue;
    throw new Problem('already_known', {
      detail: `Somebody with this e-mail address is here already: ${publicId('ct', known.contactId)}. Change that contact instead.`,
      mistakes: [{ path: 'email', message: 'belongs to another contact' }],
      headers: { 'kith-existing': publicId('ct', known.contactId) },
    });
  }
}

function pointsOf(reachable: Reachable): ContactPoint[] {
  const emails = reachable.emails.map((email, index) => ({
    kind: 'email' as const,
    key: email.key,
    value: email.value,
    primary: index === 0,
    shared: email.role,
  }));
  const phones = reachable.phones.map((phone, index) => ({
    kind: 'phone' as const,
    key: phone.value,
    value: phone.value,
    primary: index === 0,
    shared: false,
  }));
  return [...emails, ...phones];
}

/** Keeps contact points in step with the primary e-mail and phone. */
async function keepPoints(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const gone: { contactId: string; kind: 'email' | 'phone'; key: string }[] = [];
  const first: (ContactPoint & { contactId: string })[] = [];
  const further: (ContactPoint & { contactId: string })[] = [];
  for (const one of written) {
    const oldEmail =
      one.changed.has('email') && one.before ? normaliseEmail(String(one.before.email ?? '')).value : undefined;
    const oldPhone =
      one.changed.has('phone') && one.before ? normalisePhone(String(one.before.phone ?? '')).value : undefined;
    if (oldEmail && !one.extra) gone.push({ contactId: one.id, kind: 'email', key: oldEmail.key });
    if (oldPhone && !one.extra) gone.push({ contactId: one.id, kind: 'phone', key: oldPhone.value });
    const come = one.before ? further : first;
    for (const point of pointsOf(reachableNow(one))) come.push({ ...point, contactId: one.id });
  }
  await removePoints(context.tx, gone);
  await insertPoints(context.tx, first, 'new contacts');
  await insertPoints(context.tx, further, 'known contacts');
}

function reachableNow(one: WrittenRecord): Reachable {
  const read = readBefore(one);
  if (read) return read;
  const email = one.changed.has('email') && one.after.email ? normaliseEmail(String(one.after.email)).value : undefined;
  const phone = one.changed.has('phone') && one.after.phone ? normalisePhone(String(one.after.phone)).value : undefined;
  return { emails: email ? [email] : [], phones: phone ? [phone] : [] };
}

/** Tells who has got on, or back, on the way to being a customer: those who took the same step together. */
function announceStages(context: Context, written: readonly WrittenRecord[]): void {
  const moved = written.filter(({ before, changed }) => before && changed.has('lifecycleStage'));
  const steps = Map.groupBy(moved, ({ before, after }) => `${before?.lifecycleStage} ${after.lifecycleStage}`);
  for (const some of steps.values()) {
    const [first] = some;
    context.emit({
      type: 'crm.contact.lifecycle_changed',
      object: contact.name,
      recordIds: some.map(({ id }) => id),
      data: { from: first?.before?.lifecycleStage, to: first?.after.lifecycleStage },
    });
  }
}

async function afterWrite(context: Context, written: WrittenRecord[]): Promise<void> {
  await keepPoints(context, written);
  announceStages(context, written);
}

function pointFilter(kind: 'email' | 'phone', keyOf: (text: string) => string | undefined) {
  return (operator: string, value: unknown) =>
    operator === 'eq' && typeof value === 'string' ? contactsWithKey(kind, keyOf(value) ?? value) : undefined;
}

/** What is special about contacts: names, addresses in their normal form, one record a person, quality. */
defineKind({
  object: contact,
  prepare,
  afterWrite,
  beforePurge: (context, ids) => removePointsOf(context.tx, ids),
  filters: {
    email: pointFilter('email', (text) => normaliseEmail(text).value?.key),
    phone: pointFilter('phone', (text) => normalisePhone(text).value?.value),
  },
});
