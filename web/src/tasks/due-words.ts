import type { Task } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { dayOf, daysBetween } from './days.ts';

const language = navigator.language;
const weekday = new Intl.DateTimeFormat(language, { weekday: 'long' });
const shortDay = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

type Due = Pick<Task, 'dueAt' | 'dueOn'>;

function dayWords(day: Date, now: Date): string {
  const away = daysBetween(now, day);
  if (away === 0) return words.days.today;
  if (away === 1) return words.days.tomorrow;
  if (away === -1) return words.days.yesterday;
  if (away > 1 && away < 7) return weekday.format(day);
  if (away < -1 && away > -15) return words.ago(-away);
  return (day.getFullYear() === now.getFullYear() ? shortDay : longDay).format(day);
}

/** "Tomorrow", "Friday, 14:00", "12 days ago": when a task is due, as people say it. */
export function dueWords({ dueAt, dueOn }: Due, now = new Date()): string {
  if (dueOn) return dayWords(dayOf(dueOn), now);
  if (!dueAt) return words.noDate;
  const at = new Date(dueAt);
  return words.at(dayWords(at, now), clock.format(at));
}

export const isOverdue = ({ dueAt }: Due, now = new Date()) => dueAt !== null && new Date(dueAt) <= now;

/** "Every 2 weeks": how a task comes again. */
export function repeatWords(repeat: string): string {
  const known = words.repeats[repeat];
  if (known) return known;
  const rule = new Map(repeat.split(';').map((part) => part.split('=') as [string, string]));
  const unit = words.repeatUnits[rule.get('FREQ') ?? ''];
  const every = Number(rule.get('INTERVAL') ?? 1);
  return unit && every > 1 && rule.size === 2 ? words.repeatsOften(every, unit) : words.repeatsByRule;
}
