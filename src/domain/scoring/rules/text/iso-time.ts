const dayMs = 86_400_000;
const rememberedDays = 1000;
const dates = new Map<number, string>();

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** As `Date.toISOString`, which costs more than the rest of a score; the days of activities repeat. */
export function isoTime(atMs: number): string {
  const whole = Math.trunc(atMs);
  const day = Math.floor(whole / dayMs);
  const inDayMs = whole - day * dayMs;
  const hours = Math.floor(inDayMs / 3_600_000);
  const minutes = Math.floor((inDayMs % 3_600_000) / 60_000);
  const seconds = Math.floor((inDayMs % 60_000) / 1000);
  const millis = String(inDayMs % 1000).padStart(3, '0');
  return `${dateOf(day)}T${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[seconds]}.${millis}Z`;
}

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= rememberedDays) dates.clear();
  const date = new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length);
  dates.set(day, date);
  return date;
}
