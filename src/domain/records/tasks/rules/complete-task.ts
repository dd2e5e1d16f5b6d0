import type { Values } from '#platform/changes';
import { Problem } from '#platform/errors';
import { nextDue, readRepeat } from './repeat.ts';
import { endOfDay } from './telling.ts';
import { localTime, momentOf } from './zone.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** Refuses a task without a word of what is to be done. Errors: `validation_failed`. */
export function refuseBlank({ subject }: Values): void {
  if (typeof subject === 'string' && subject.trim() === '') refuse('subject', 'must not be empty');
}

/** Fields that say when a task is due and who hears of it. */
const times = ['dueAt', 'dueOn', 'remindAt', 'repeat', 'status', 'assigneeId', 'deletedAt'];

/** Whether a write may change what is told of a task when. */
export function touchesTimes(set: Values, before: Values | undefined): boolean {
  return before === undefined || times.some((name) => set[name] !== undefined && set[name] !== before[name]);
}

/**
 * Completes the values of a task that hang together: the end of its day, when it was completed, where its series begins. `zone` is where its
 * assignee is. Errors: `validation_failed`.
 */
export function completeTask(set: Values, before: Values | undefined, zone: string, now: Date): void {
  const after = (name: string) => (set[name] === undefined ? before?.[name] : set[name]);
  completeDue(set, before, zone);
  if (set.status === 'done' && before?.status !== 'done') set.completedAt ??= now.toISOString();
  else if (set.status !== undefined && set.status !== 'done') set.completedAt = null;
  const [dueAt, remindAt] = [after('dueAt'), after('remindAt')];
  if (set.remindAt && typeof dueAt === 'string' && new Date(String(remindAt)) > new Date(dueAt))
    refuse('remindAt', 'must not be later than the task is due');
  const repeat = after('repeat');
  if (typeof repeat !== 'string') return;
  if (!readRepeat(repeat))
    refuse(
      'repeat',
      'must be daily, weekdays, weekly, monthly, yearly, or a rule such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    );
  if (!dueAt) refuse('repeat', 'needs a time that the first one is due: give dueAt or dueOn');
  const moved = set.dueAt !== undefined && set.dueAt !== before?.dueAt;
  if (set.repeatFrom === undefined && (moved || !before?.repeatFrom))
    set.repeatFrom = anchor(after, zone).toISOString();
}

function completeDue(set: Values, before: Values | undefined, zone: string): void {
  if (set.dueOn === null && before?.dueOn && set.dueAt === undefined) set.dueAt = null;
  if (set.dueAt !== undefined && set.dueOn === undefined && set.dueAt !== before?.dueAt) set.dueOn = null;
  const dueOn = set.dueOn === undefined ? before?.dueOn : set.dueOn;
  if (typeof dueOn === 'string') set.dueAt = endOfDay(dueOn, zone).toISOString();
}

/** The time that a series is counted from: of a day its noon, which is never near another day. */
function anchor(after: (name: string) => unknown, zone: string): Date {
  const day = after('dueOn');
  return typeof day === 'string' ? noonOf(day, zone) : new Date(String(after('dueAt')));
}

function noonOf(day: string, zone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return momentOf({ year, month, day: date, hour: 12, minute: 0, second: 0 }, zone);
}

const copied = [
  'subject',
  'description',
  'priority',
  'repeat',
  'repeatFrom',
  'assigneeId',
  'queue',
  'contactId',
  'accountId',
  'dealId',
  'leadId',
  'ruleId',
];

/** The task that follows one that repeats and is done: the first of its series after it was due that lies ahead. Undefined at the end of the series. */
export function followingTask(id: string, done: Values, zone: string, now: Date): Values | undefined {
  const repeat = typeof done.repeat === 'string' ? readRepeat(done.repeat) : undefined;
  if (!repeat || typeof done.dueAt !== 'string' || typeof done.repeatFrom !== 'string') return undefined;
  const day = typeof done.dueOn === 'string' ? done.dueOn : undefined;
  const last = day ? noonOf(day, zone) : new Date(done.dueAt);
  // What is due today at noon or later is not passed over: of a whole day only the days before count as gone.
  const ahead = day ? noonBefore(now, zone) : now;
  const next = nextDue(repeat, new Date(done.repeatFrom), last > ahead ? last : ahead, zone);
  if (!next) return undefined;
  const own = Object.entries(done).filter(([name]) => copied.includes(name) || name.startsWith('custom.'));
  const due = day ? { dueOn: dayText(next, zone) } : { dueAt: next.toISOString() };
  const remindAt = remindedAgain(done, last, next);
  return { ...Object.fromEntries(own), ...due, ...(remindAt ? { remindAt } : {}), status: 'open', previousId: id };
}

function noonBefore(now: Date, zone: string): Date {
  const today = localTime(now, zone);
  return momentOf({ ...today, day: today.day - 1, hour: 12, minute: 0, second: 0 }, zone);
}

function dayText(at: Date, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function remindedAgain({ remindAt }: Values, last: Date, next: Date): string | undefined {
  if (typeof remindAt !== 'string') return undefined;
  return new Date(new Date(remindAt).getTime() + next.getTime() - last.getTime()).toISOString();
}
