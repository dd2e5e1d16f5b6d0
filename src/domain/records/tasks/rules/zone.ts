/** A moment as the clocks of a place show it. */
export interface LocalTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Whether it is a time zone whose clocks are known. */
export function isKnownZone(zone: string): boolean {
  try {
    return zone !== '' && formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** What the clocks of a time zone show at a moment. */
export function localTime(at: Date, zone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

const asUtc = ({ year, month, day, hour, minute, second }: LocalTime) =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/**
 * The moment at which the clocks of a time zone show a time; days and hours beyond their range carry over. Of a time that they show twice it
 * is the first, of one that they skip the moment as much later as they jump.
 */
export function momentOf(local: LocalTime, zone: string): Date {
  const wanted = asUtc(local);
  const offset = (at: number) => asUtc(localTime(new Date(at), zone)) - at;
  // The offset a day before is that before a jump of the clocks, wherever on the day it is.
  const early = offset(wanted - 86_400_000);
  const late = offset(wanted + 86_400_000);
  const candidates = [wanted - early, wanted - late].filter((at) => at + offset(at) === wanted);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : wanted - early);
}
