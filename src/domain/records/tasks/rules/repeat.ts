import { type LocalTime, localTime, momentOf } from './zone.ts';

/** How a task comes again. */
export interface Repeat {
  every: 'day' | 'week' | 'month' | 'year';
  interval: number;
  /** Days of the week, 0 is Sunday; empty means that of the first. */
  weekdays: readonly number[];
  /** The last moment of the last day, in the time zone of the assignee. */
  until: { year: number; month: number; day: number } | undefined;
}

const words: Record<string, string> = {
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
};
const frequencies: Record<string, Repeat['every']> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const largestInterval = 366;

/** Reads a repetition: a word, or a rule as calendars have it; undefined when it is none that Kith knows. */
export function readRepeat(text: string): Repeat | undefined {
  const rule = (words[text.trim().toLowerCase()] ?? text.trim()).toUpperCase().replace(/^RRULE:/, '');
  const parts = rule.split(';').map((part) => part.split('='));
  if (parts.some(([name, value]) => !value || !['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL'].includes(name ?? '')))
    return undefined;
  const given = Object.fromEntries(parts) as Record<string, string>;
  if (Object.keys(given).length !== parts.length) return undefined;
  const every = frequencies[given.FREQ ?? ''];
  const interval = Number(given.INTERVAL ?? 1);
  const weekdays = given.BYDAY === undefined ? [] : given.BYDAY.split(',').map((day) => dayNames.indexOf(day));
  const until = given.UNTIL === undefined ? undefined : dayOf(given.UNTIL);
  if (!every || !Number.isInteger(interval) || interval < 1 || interval > largestInterval) return undefined;
  if (weekdays.includes(-1) || (weekdays.length > 0 && every !== 'week')) return undefined;
  if (given.UNTIL !== undefined && !until) return undefined;
  return { every, interval, weekdays, until };
}

function dayOf(text: string): Repeat['until'] {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

const dayMs = 86_400_000;
const dayNumber = ({ year, month, day }: { year: number; month: number; day: number }) =>
  Math.floor(Date.UTC(year, month - 1, day) / dayMs);
const weekdayOf = (number: number) => (((number + 4) % 7) + 7) % 7;

function onDay(local: LocalTime, number: number): LocalTime {
  const date = new Date(number * dayMs);
  return { ...local, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * When a task that repeats is due next: the first time of its series after `after`, at the hour of the first by the clocks of the zone; a month
 * without the day of the first takes its last day. Undefined when the series has ended.
 */
export function nextDue(repeat: Repeat, first: Date, after: Date, zone: string): Date | undefined {
  const start = localTime(first, zone);
  const next =
    repeat.every === 'month' || repeat.every === 'year'
      ? nextByMonth(repeat, start, after, zone)
      : nextByDay(repeat, start, after, zone);
  if (!repeat.until) return next;
  return dayNumber(localTime(next, zone)) <= dayNumber(repeat.until) ? next : undefined;
}

function nextByMonth({ every, interval }: Repeat, start: LocalTime, after: Date, zone: string): Date {
  const months = interval * (every === 'year' ? 12 : 1);
  const now = localTime(after, zone);
  const passed = (now.year - start.year) * 12 + now.month - start.month;
  for (let step = Math.max(0, Math.floor(passed / months) - 1); ; step++) {
    const month = start.month - 1 + step * months;
    const lastDay = new Date(Date.UTC(start.year, month + 1, 0)).getUTCDate();
    const at = momentOf({ ...start, month: month + 1, day: Math.min(start.day, lastDay) }, zone);
    if (at > after && step > 0) return at;
  }
}

function nextByDay({ every, interval, weekdays }: Repeat, start: LocalTime, after: Date, zone: string): Date {
  const firstDay = dayNumber(start);
  const days = every === 'day' ? [] : weekdays.length > 0 ? weekdays : [weekdayOf(firstDay)];
  const monday = firstDay - ((weekdayOf(firstDay) + 6) % 7);
  for (let day = Math.max(firstDay + 1, dayNumber(localTime(after, zone))); ; day++) {
    const fits =
      every === 'day'
        ? (day - firstDay) % interval === 0
        : days.includes(weekdayOf(day)) && Math.floor((day - monday) / 7) % interval === 0;
    const at = fits ? momentOf(onDay(start, day), zone) : undefined;
    if (at && at > after) return at;
  }
}
