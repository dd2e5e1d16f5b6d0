import { localTime, momentOf } from './zone.ts';

/** What is known of a task when it is decided what is told of it next. Moments are ISO texts. */
export interface TellingFacts {
  open: boolean;
  dueAt: string | null;
  remindAt: string | null;
  /** For which moment each has been told: another moment is told anew, the same one never again. */
  soonToldFor: string | null;
  overdueToldFor: string | null;
}

export interface Telling {
  tell: 'due_soon' | 'overdue';
  at: Date;
}

const morningHour = 9;
const hourMs = 3_600_000;

/** When somebody hears that a task is due: at nine in the morning of its day where they are, or an hour before if that is earlier. */
export function soonAt(dueAt: Date, zone: string): Date {
  // A task of a whole day is due when that day ends, and that moment is of the next day already.
  const day = localTime(new Date(dueAt.getTime() - 1), zone);
  const morning = momentOf({ ...day, hour: morningHour, minute: 0, second: 0 }, zone);
  return new Date(Math.min(morning.getTime(), dueAt.getTime() - hourMs));
}

/** The end of a day where somebody is: the first moment of the next one. */
export function endOfDay(day: string, zone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return momentOf({ year, month, day: date + 1, hour: 0, minute: 0, second: 0 }, zone);
}

const same = (left: string | null, right: Date) => left !== null && new Date(left).getTime() === right.getTime();

/**
 * What is told of a task next, and when. A reminder goes before what is due; once a task is overdue when it is written, only that is told.
 * Undefined when nothing is left to tell.
 */
export function nextTelling(facts: TellingFacts, zone: string, now: Date): Telling | undefined {
  if (!facts.open) return undefined;
  const due = facts.dueAt === null ? undefined : new Date(facts.dueAt);
  const soon = facts.remindAt !== null ? new Date(facts.remindAt) : due && soonAt(due, zone);
  const overdueLeft = due && !same(facts.overdueToldFor, due);
  if (soon && !same(facts.soonToldFor, soon) && !(due && due <= now)) return { tell: 'due_soon', at: soon };
  return overdueLeft ? { tell: 'overdue', at: due } : undefined;
}

/** What is told after something was told: whoever has heard that a task is due soon hears only once it is overdue. */
export function afterTelling(told: Telling['tell'], facts: TellingFacts): Telling | undefined {
  const due = facts.dueAt === null ? undefined : new Date(facts.dueAt);
  return told === 'due_soon' && due && !same(facts.overdueToldFor, due) ? { tell: 'overdue', at: due } : undefined;
}
