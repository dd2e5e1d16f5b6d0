import type { Country } from './country.ts';
import type { Random } from './random.ts';

export type Address = { street: string; postalCode: string | null; city: string; state: string | null };

export function addressIn(country: Country, random: Random): Address {
  const city = random.pick(country.cities);
  const number = String(1 + random.below(random.chance(0.2) ? 900 : 120));
  const street = country.address.replace('{number}', number).replace('{street}', random.pick(country.streets));
  const postalCode = city.postal.replace(/#/g, () => String(1 + random.below(9))) || null;
  return { street, postalCode, city: city.name, state: city.state };
}

const dayMs = 86_400_000;

/** A moment of the year before `now`, in working hours (UTC) of a weekday: a workspace that has been in use for a year begins with many. */
export function momentOfTheYear(now: Date, random: Random): Date {
  return workingMoment(now, 365 * random.next() ** 0.75, random);
}

/** About that many days before `now`, moved to working hours of a weekday but never into the future. */
export function workingMoment(now: Date, daysAgo: number, random: Random): Date {
  const day = new Date(now.getTime() - daysAgo * dayMs);
  const weekday = day.getUTCDay();
  const weekendDays = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  const atMs = day.setUTCHours(7 + random.below(11), random.below(60), random.below(60), 0) - weekendDays * dayMs;
  return new Date(atMs > now.getTime() ? now.getTime() - random.below(3_600_000) : atMs);
}
