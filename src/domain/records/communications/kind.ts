import { normaliseEmail, normalisePhone } from '#domain/matching';
import { activity, completeLinks } from '#domain/records/activities';
import { contactsWithKeys } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { createRecords, defineKind, type RecordDraft, type WrittenRecord } from '#platform/records';
import { communication } from './fields.ts';
import { stepsTaken } from './rules/steps.ts';
import { insertLog } from './store/log.ts';

function complete({ set, before }: RecordDraft, now: Date): void {
  if (set.subject === null) set.subject = '';
  if (!before && set.sentAt === undefined) set.sentAt = now.toISOString();
}

type Address = { kind: 'email' | 'phone'; key: string };

/** The address at the other end, if there is just one. */
function otherEnd({ set }: RecordDraft): Address | undefined {
  const ends = set.direction === 'inbound' ? [set.fromAddress] : ((set.toAddresses as unknown[] | undefined) ?? []);
  const [end, second] = ends;
  if (typeof end !== 'string' || second !== undefined) return undefined;
  const kind = set.type === 'email' ? 'email' : 'phone';
  const key = kind === 'email' ? normaliseEmail(end).value?.key : normalisePhone(end).value?.value;
  return key === undefined ? undefined : { kind, key };
}

/** Finds the contacts of new communications by their addresses: one that several have, or that is shared, names nobody. */
async function findContacts(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const wanted = drafts.flatMap((draft) => {
    const end = draft.before || draft.set.contactId !== undefined ? undefined : otherEnd(draft);
    return end ? [{ draft, end }] : [];
  });
  for (const kind of ['email', 'phone'] as const) {
    const some = wanted.filter(({ end }) => end.kind === kind);
    if (some.length === 0) continue;
    const known = await contactsWithKeys(context.tx, kind, [...new Set(some.map(({ end }) => end.key))]);
    const byKey = Map.groupBy(known, (point) => point.key);
    for (const { draft, end } of some) {
      const [point, second] = byKey.get(end.key) ?? [];
      if (point && !second && !point.shared) draft.set.contactId = point.contactId;
    }
  }
}

/** A call is also something that happened: its activity counts for scores. What belongs to an activity already needs none. */
async function logCalls(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const calls = drafts.filter(
    ({ before, set }) =>
      !before && set.type === 'call' && !set.activityId && set.sentAt && (set.contactId || set.accountId),
  );
  const logged = await createRecords(
    context,
    activity,
    calls.map(({ set }) => ({
      type: 'call',
      status: 'done',
      subject: String(set.subject ?? '').slice(0, 500),
      contactId: set.contactId ?? null,
      accountId: set.accountId ?? null,
      ownerId: set.ownerId ?? null,
      outcome: set.outcome ?? null,
      occurredAt: set.sentAt,
      durationMinutes: typeof set.durationSeconds === 'number' ? Math.ceil(set.durationSeconds / 60) : null,
    })),
  );
  for (const [index, { set }] of calls.entries()) set.activityId = logged[index]?.id ?? null;
}

const activityOf = { opened: 'email_open', clicked: 'email_click' } as const;

/** That somebody opened an e-mail or clicked in it for the first time also happened with them: scores hear of it. */
async function logInterest(
  context: Context,
  taken: readonly { one: WrittenRecord; steps: ReturnType<typeof stepsTaken> }[],
): Promise<void> {
  const interest = taken.flatMap(({ one: { after }, steps }) => {
    if (!isSentMail(after) || !(after.contactId || after.accountId)) return [];
    return steps.flatMap(({ step, at }) => {
      if (step !== 'opened' && step !== 'clicked') return [];
      const { contactId = null, accountId = null, ownerId = null } = after;
      const subject = String(after.subject ?? '').slice(0, 500);
      const about = { contactId, accountId, ownerId };
      return [{ ...about, type: activityOf[step], status: 'done', subject, occurredAt: at }];
    });
  });
  await createRecords(context, activity, interest);
}

const isSentMail = ({ type, direction }: Record<string, unknown>) => type === 'email' && direction === 'outbound';

/** Notes what became of communications, and tells of e-mails that were sent or opened. */
async function noteSteps(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  const taken = written.map((one) => ({ one, steps: stepsTaken(one.before, one.after) }));
  const log = taken.flatMap(({ one, steps }) => {
    const recorded = one.before ? [] : [{ step: 'recorded' as const, at: context.now.toISOString() }];
    const data = (one.extra ?? {}) as Record<string, unknown>;
    return [...recorded, ...steps].map((step) => ({
      id: context.ports.ids.next(),
      communicationId: one.id,
      ...step,
      data,
    }));
  });
  await insertLog(context.tx, log, context.actor.id);
  await logInterest(context, taken);
  for (const step of ['sent', 'opened'] as const) {
    const recordIds = taken
      .filter(({ one, steps }) => isSentMail(one.after) && steps.some((own) => own.step === step))
      .map(({ one }) => one.id);
    if (recordIds.length > 0) context.emit({ type: `crm.email.${step}`, object: 'communication', recordIds });
  }
}

/** What is special about communications: they find their contact by the address, leave a log, and a call is an activity. */
defineKind({
  object: communication,
  async prepare(context, drafts) {
    for (const draft of drafts) complete(draft, context.now);
    await findContacts(context, drafts);
    await completeLinks(context, drafts);
    await logCalls(context, drafts);
  },
  afterWrite: noteSteps,
});
