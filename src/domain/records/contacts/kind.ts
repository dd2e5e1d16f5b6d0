import { type Email, normaliseEmail, normalisePhone } from '#domain/matching';
import type { Context } from '#platform/context';
import { withinReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineKind, type RecordDraft, refuseRings, visibleOf, type WrittenRecord, whomToAsk } from '#platform/records';
import { contact } from './fields.ts';
import { completeContact, normaliseContact, type ReadContact } from './rules/complete-contact.ts';
import { emailsIn, phonesIn } from './rules/ways-to-reach.ts';
import { settleStages } from './settle-stages.ts';
import {
  type ContactPoint,
  contactsWithKey,
  contactsWithKeys,
  insertPoints,
  lockEmailKeys,
  type PointKind,
  removePoints,
  removePointsOf,
} from './store/contact-points.ts';
import { keptLifecycle } from './store/lifecycle.ts';

function readBefore(draft: { extra: unknown }): ReadContact | undefined {
  return draft.extra as ReadContact | undefined;
}

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  const owners = new Map<string, RecordDraft>();
  for (const draft of drafts) {
    const read = readBefore(draft);
    const reachable = read ?? normaliseContact(draft, undefined);
    if (isRestored(draft)) reachable.emails.push(...storedEmails(draft));
    if (draft.before === undefined || touchesQuality(draft)) completeContact(draft, reachable, read?.badValues ?? 0);
    if (read) continue;
    const had = new Set(isRestored(draft) ? [] : emailsIn(draft.before ?? {}).map(({ key }) => key));
    for (const email of reachable.emails) {
      if (email.role || had.has(email.key)) continue;
      const other = owners.get(email.key);
      if (other && other.id !== draft.id) refuseSameEmail();
      owners.set(email.key, draft);
    }
  }
  await settleStages(context, drafts);
  await refuseRings(context, contact, 'reportsToId', drafts);
  await refuseKnownEmails(context, owners);
}

/** Somebody else may have come with the same address while the contact was deleted. */
function isRestored(draft: RecordDraft): boolean {
  return draft.set.deletedAt === null && typeof draft.before?.deletedAt === 'string';
}

function storedEmails({ set, before = {} }: RecordDraft): Email[] {
  return emailsIn({
    email: set.email === undefined ? before.email : null,
    otherEmails: set.otherEmails === undefined ? before.otherEmails : [],
  });
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
    if (context.tx.reach && !(await isVisible(context, known.contactId)))
      await refuseKnownToOthers(context, known.contactId);
    throw new Problem('already_known', {
      detail: `Somebody with this e-mail address is here already: ${publicId('ct', known.contactId)}. Change that contact instead.`,
      mistakes: [{ path: 'email', message: 'belongs to another contact' }],
      headers: { 'kith-existing': publicId('ct', known.contactId) },
    });
  }
}

/** The check runs for the whole workspace, so whether the actor sees the other one must be asked apart. */
async function isVisible(context: Context, id: string): Promise<boolean> {
  return (await withinReach(() => visibleOf(context, contact, [id]))).has(id);
}

/** Whoever does not see the other one hears whom to ask, and no more. */
async function refuseKnownToOthers(context: Context, id: string): Promise<never> {
  const owner = (await whomToAsk(context, contact, [id])).get(id) ?? 'a manager';
  throw new Problem('already_known', {
    detail: `Somebody with this e-mail address is here already, and not yours to see. Ask ${owner}.`,
    mistakes: [{ path: 'email', message: 'belongs to another contact' }],
  });
}

/** A new contact that an import brings has its addresses and numbers read already. */
function pointsOf(one: WrittenRecord): ContactPoint[] {
  const read = one.before ? undefined : readBefore(one);
  const phone = String(one.after.phone ?? '');
  const { emails, phones } = read ?? { emails: emailsIn(one.after), phones: phonesIn(one.after) };
  return [
    ...emails.map(({ key, value, role }) => pointOf('email', key, value, value === one.after.email, role)),
    ...phones.map(({ value }) => pointOf('phone', value, value, phone.startsWith(value), false)),
  ];
}

function pointOf(kind: PointKind, key: string, value: string, primary: boolean, shared: boolean): ContactPoint {
  return { kind, key, value, primary, shared };
}

const pointFields = ['email', 'otherEmails', 'phone', 'otherPhones'];

/** Keeps the points by which contacts are found in step with their addresses and numbers. */
async function keepPoints(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const gone: { contactId: string; kind: PointKind; key: string }[] = [];
  const first: (ContactPoint & { contactId: string })[] = [];
  const further: (ContactPoint & { contactId: string })[] = [];
  for (const one of written) {
    if (!pointFields.some((name) => one.changed.has(name))) continue;
    const points = pointsOf(one);
    for (const point of points) (one.before ? further : first).push({ ...point, contactId: one.id });
    const left = new Set(points.map(({ kind, key }) => `${kind} ${key}`));
    const had = one.before ? pointsOf({ ...one, after: one.before }) : [];
    for (const { kind, key } of had) if (!left.has(`${kind} ${key}`)) gone.push({ contactId: one.id, kind, key });
  }
  removePoints(context.tx, gone);
  await insertPoints(context.tx, first, 'new contacts');
  await insertPoints(context.tx, further, 'known contacts');
}

/** Tells of contacts that came to another stage of life: one event for all that took the same step. */
function tellLifecycles(context: Context, written: readonly WrittenRecord[]): void {
  const moved = written.filter((one) => one.before && one.changed.has('lifecycleStage'));
  const steps = Map.groupBy(moved, (one) => `${one.before?.lifecycleStage} ${one.after.lifecycleStage}`);
  for (const some of steps.values()) {
    const data = { from: some[0]?.before?.lifecycleStage, to: some[0]?.after.lifecycleStage };
    const recordIds = some.map((one) => one.id);
    context.emit({ type: 'crm.contact.lifecycle_changed', object: contact.name, recordIds, data });
  }
}

function pointFilter(kind: 'email' | 'phone', keyOf: (text: string) => string | undefined) {
  return (operator: string, value: unknown) =>
    operator === 'eq' && typeof value === 'string' ? contactsWithKey(kind, keyOf(value) ?? value) : undefined;
}

/** What is special about contacts: names, addresses in their normal form, one record a person, quality. */
defineKind({
  object: contact,
  prepare,
  async afterWrite(context, written) {
    tellLifecycles(context, written);
    await keepPoints(context, written);
  },
  beforePurge: (context, ids) => removePointsOf(context.tx, ids),
  async choices(context) {
    const { lifecycle } = await keptLifecycle(context.sql);
    return new Map([['lifecycleStage', lifecycle.stages]]);
  },
  filters: {
    email: pointFilter('email', (text) => normaliseEmail(text).value?.key),
    phone: pointFilter('phone', (text) => normalisePhone(text).value?.value),
  },
});
