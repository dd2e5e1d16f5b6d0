import { daysAfter, dayText } from './days.ts';

/** What one line says of something to do. */
export interface QuickTask {
  subject: string;
  /** A day, as `2030-03-04`, where no hour was named. */
  dueOn?: string;
  /** A moment, as ISO text. */
  dueAt?: string;
  priority?: 'low' | 'high' | 'urgent';
  repeat?: string;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'january february march april may june july august september october november december'.split(' ');
const weekdayWord = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const monthWord =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const numberOf: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const count = (word: string) => numberOf[word.toLowerCase()] ?? Number(word);
const startsWith = (names: readonly string[], word: string) =>
  names.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3)));

/** The next day of the week, today not counted in. */
function nextWeekday(now: Date, weekday: number): Date {
  return daysAfter(now, ((weekday - now.getDay() + 6) % 7) + 1);
}

/** The day of a month in this year, or in the next one when it is over; undefined when there is no such day. */
function dayOfMonth(now: Date, day: number, month: number, year: number | undefined): Date | undefined {
  const inYear = (wanted: number) => {
    const date = new Date(wanted, month, day);
    return date.getMonth() === month && date.getDate() === day ? date : undefined;
  };
  const first = inYear(year ?? now.getFullYear());
  return first && year === undefined && first < daysAfter(now, 0) ? inYear(now.getFullYear() + 1) : first;
}

/** A month later on the same day, or on the last that there is. */
function monthsAfter(now: Date, later: number): Date {
  const last = new Date(now.getFullYear(), now.getMonth() + later + 1, 0).getDate();
  return new Date(now.getFullYear(), now.getMonth() + later, Math.min(now.getDate(), last));
}

type Words = (string | undefined)[];

interface Reading<Value> {
  pattern: RegExp;
  /** Undefined leaves the words in the subject. */
  read: (words: Words, now: Date) => Value | undefined;
}

/** Words stand alone: at the start, at the end, or between spaces and commas. */
const alone = (source: string) => new RegExp(`(?<=^|[\\s,;(])(?:${source})(?=$|[\\s,;)]|:(?!\\d)|[.!?](?:\\s|$))`, 'i');

const dayReadings: Reading<Date>[] = [
  {
    pattern: alone('(?:by |on |until )?(\\d{4})-(\\d\\d)-(\\d\\d)'),
    read: ([year, month, day], now) => dayOfMonth(now, Number(day), Number(month) - 1, Number(year)),
  },
  {
    pattern: alone('(?:by |on |until )?(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?'),
    read: ([day, month, year], now) => dayOfMonth(now, Number(day), Number(month) - 1, year ? Number(year) : undefined),
  },
  {
    pattern: alone(`(?:by |on |until )?(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(${monthWord})(?: (\\d{4}))?`),
    read: ([day, month = '', year], now) =>
      dayOfMonth(now, Number(day), startsWith(months, month), year ? Number(year) : undefined),
  },
  {
    pattern: alone(`(?:by |on |until )?(${monthWord}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    read: ([month = '', day, year], now) =>
      dayOfMonth(now, Number(day), startsWith(months, month), year ? Number(year) : undefined),
  },
  {
    pattern: alone('in (an?|one|two|three|four|five|six|\\d{1,3}) days?'),
    read: ([days = ''], now) => daysAfter(now, count(days)),
  },
  {
    pattern: alone('in (an?|one|two|three|four|five|six|\\d{1,2}) weeks?'),
    read: ([weeks = ''], now) => daysAfter(now, 7 * count(weeks)),
  },
  {
    pattern: alone('in (an?|one|two|three|four|five|six|\\d{1,2}) months?'),
    read: ([later = ''], now) => monthsAfter(now, count(later)),
  },
  { pattern: alone('(?:the )?day after tomorrow'), read: (_words, now) => daysAfter(now, 2) },
  { pattern: alone('(?:by |until )?(?:tomorrow|tmrw|tmr)'), read: (_words, now) => daysAfter(now, 1) },
  { pattern: alone('(?:by |until )?today'), read: (_words, now) => daysAfter(now, 0) },
  { pattern: alone('next week'), read: (_words, now) => nextWeekday(now, 1) },
  { pattern: alone('next month'), read: (_words, now) => new Date(now.getFullYear(), now.getMonth() + 1, 1) },
  {
    pattern: alone(`next (${weekdayWord})`),
    read: ([day = ''], now) => daysAfter(nextWeekday(now, 0), startsWith(weekdays, day) || 7),
  },
  {
    pattern: alone(`(?:by |on |until |this )?(${weekdayWord})`),
    read: ([day = ''], now) => nextWeekday(now, startsWith(weekdays, day)),
  },
];

/** An hour of a day, in minutes. */
const hour = (hours: number, minutes = 0) => (hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined);
const half = (hours: string | undefined, word: string | undefined) =>
  (Number(hours) % 12) + (word?.toLowerCase() === 'pm' ? 12 : 0);

const hourReadings: Reading<number>[] = [
  {
    pattern: alone('(?:at |by )?(\\d{1,2})(?::(\\d\\d))? ?(am|pm)'),
    read: ([hours, minutes, word]) => (Number(hours) > 12 ? undefined : hour(half(hours, word), Number(minutes ?? 0))),
  },
  {
    pattern: alone('(?:at |by )?(\\d{1,2}):(\\d\\d)'),
    read: ([hours, minutes]) => hour(Number(hours), Number(minutes)),
  },
  { pattern: alone("at (\\d{1,2})(?: ?h| o'clock)?"), read: ([hours]) => hour(Number(hours)) },
  { pattern: alone('(?:at )?noon'), read: () => hour(12) },
  { pattern: alone('tonight'), read: () => hour(20) },
];

const repeatReadings: Reading<{ repeat: string; weekday?: number }>[] = [
  { pattern: alone('every weekday'), read: () => ({ repeat: 'weekdays' }) },
  { pattern: alone('every day'), read: () => ({ repeat: 'daily' }) },
  { pattern: alone('every week'), read: () => ({ repeat: 'weekly' }) },
  { pattern: alone('every month'), read: () => ({ repeat: 'monthly' }) },
  { pattern: alone('every year'), read: () => ({ repeat: 'yearly' }) },
  {
    pattern: alone(`every (${weekdayWord})`),
    read: ([day = '']) => ({ repeat: 'weekly', weekday: startsWith(weekdays, day) }),
  },
  {
    pattern: alone('every (two|three|four|\\d{1,2}) (day|week|month)s'),
    read: ([times = '', unit = '']) =>
      count(times) > 0
        ? {
            repeat: `FREQ=${({ day: 'DAILY', week: 'WEEKLY' } as Record<string, string>)[unit.toLowerCase()] ?? 'MONTHLY'};INTERVAL=${count(times)}`,
          }
        : undefined,
  },
];

/** "Check the list weekly" comes again, a "weekly report" need not: the word counts at the end of what is to be done. */
const adverbReadings: Reading<{ repeat: string; weekday?: number }>[] = [
  {
    pattern: /(?<=\S\s+)(daily|weekdays|weekly|monthly|yearly)[\s,;.]*$/i,
    read: ([word = '']) => ({ repeat: word.toLowerCase() }),
  },
];

const priorityReadings: Reading<NonNullable<QuickTask['priority']>>[] = [
  { pattern: alone('(?:!urgent|!!+|urgent!)'), read: () => 'urgent' },
  { pattern: alone('!(?:high|important)?'), read: () => 'high' },
  { pattern: alone('!low'), read: () => 'low' },
];

/** Takes the first reading that holds out of a line. */
function take<Value>(
  line: string,
  readings: readonly Reading<Value>[],
  now: Date,
): { rest: string; value: Value | undefined } {
  for (const { pattern, read } of readings) {
    const found = pattern.exec(line);
    const value = found ? read(found.slice(1), now) : undefined;
    if (found && value !== undefined)
      return { value, rest: `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}` };
  }
  return { rest: line, value: undefined };
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.])/g, '$1')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '');

/** Reads one line such as "Call Ana friday 14:00 !high": what is to be done, by when, how pressing, how often. Days and hours are those of `now`'s clock. */
export function readQuickTask(line: string, now: Date): QuickTask {
  const priority = take(line, priorityReadings, now);
  const repeat = take(priority.rest, repeatReadings, now);
  const day = take(repeat.rest, dayReadings, now);
  const time = take(day.rest, hourReadings, now);
  const adverb = repeat.value ? { rest: time.rest, value: repeat.value } : take(time.rest, adverbReadings, now);
  const subject = tidy(adverb.rest);
  // A line of nothing but a time is about something that is called so.
  if (!subject) return { subject: tidy(line) };
  const due = dueOf(now, day.value, time.value, adverb.value);
  return {
    subject,
    ...due,
    ...(priority.value ? { priority: priority.value } : {}),
    ...(adverb.value ? { repeat: adverb.value.repeat } : {}),
  };
}

function dueOf(
  now: Date,
  day: Date | undefined,
  minutes: number | undefined,
  repeat: { weekday?: number } | undefined,
): Pick<QuickTask, 'dueOn' | 'dueAt'> {
  const first = repeat && (repeat.weekday === undefined ? daysAfter(now, 0) : nextWeekday(now, repeat.weekday));
  const wanted = day ?? first;
  if (minutes === undefined) return wanted ? { dueOn: dayText(wanted) } : {};
  const at = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, minutes);
  // An hour alone is the next time that the clock shows it.
  const today = at(wanted ?? now);
  return { dueAt: (!day && today <= now ? at(daysAfter(wanted ?? now, 1)) : today).toISOString() };
}
