import { type LocalTime, localTime, momentOf } from './zone.ts';

/** The parts of a list of tasks, in their order. */
export const sections = ['overdue', 'today', 'upcoming', 'later'] as const;
export type SectionName = (typeof sections)[number];

/** The days around a moment, as the calendar of a place has them. */
export interface AgendaDays {
  now: Date;
  /** As `2030-03-04`. */
  today: string;
  /** When tomorrow begins. */
  tomorrowAt: Date;
  /** When the day begins that is behind the last of `ahead`. */
  endAt: Date;
  /** Today and the days that follow. */
  ahead: string[];
}

/** How many days are looked ahead to, today counted in. */
const daysAhead = 14;

const midnight = ({ year, month, day }: LocalTime, daysLater: number): LocalTime => ({
  year,
  month,
  day: day + daysLater,
  hour: 0,
  minute: 0,
  second: 0,
});

/** A day of the calendar as text; days beyond the end of a month carry over. */
const dateOf = ({ year, month, day }: LocalTime) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

export function agendaDays(now: Date, zone: string): AgendaDays {
  const here = localTime(now, zone);
  return {
    now,
    today: dateOf(here),
    tomorrowAt: momentOf(midnight(here, 1), zone),
    endAt: momentOf(midnight(here, daysAhead), zone),
    ahead: Array.from({ length: daysAhead }, (_, later) => dateOf(midnight(here, later))),
  };
}
