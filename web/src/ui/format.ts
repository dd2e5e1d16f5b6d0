/** Numbers, dates and names as the reader writes them: the browser's language and time zone. */
const language = navigator.language;
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const whole = new Intl.NumberFormat(language);
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });

export const exactTime = (at: string) => exact.format(new Date(at));
export const exactDay = (at: string) =>
  day.format(/^\d{4}-\d\d-\d\d$/.test(at) ? new Date(`${at}T00:00`) : new Date(at));
export const number = (value: number) => whole.format(value);
export const percent = (value: number) => `${Math.round(value * 100)} %`;

const dayMs = 86_400_000;

/** "2 h ago" within a week, "3 Nov" within the year, the whole date before. */
export function relativeTime(at: string, now = Date.now()): string {
  const ms = new Date(at).getTime() - now;
  const size = Math.abs(ms);
  if (size < 45_000) return 'now';
  if (size < 3_600_000) return ago.format(Math.round(ms / 60_000), 'minute');
  if (size < dayMs) return ago.format(Math.round(ms / 3_600_000), 'hour');
  if (size < 7 * dayMs) return ago.format(Math.round(ms / dayMs), 'day');
  const date = new Date(at);
  return date.getFullYear() === new Date(now).getFullYear() ? shortDay.format(date) : day.format(date);
}

/** "Today", "Yesterday", else the day. */
export function dayName(at: string, words: { today: string; yesterday: string }): string {
  const date = new Date(at).toDateString();
  if (date === new Date().toDateString()) return words.today;
  if (date === new Date(Date.now() - dayMs).toDateString()) return words.yesterday;
  return exactDay(at);
}

/** "3 min 5 s". */
export function duration(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return `${minutes} min ${rounded % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "12.4 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${['', 'kB', 'MB', 'GB'][power]}`;
}
