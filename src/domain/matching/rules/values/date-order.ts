import { collapseSpace } from '#platform/text';
import { datePartsOf } from './date-parts.ts';

/** In which order a column writes day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * Finds out from a column's cells how it writes its dates: a 13 can only be a day. `ambiguous` when every date could be
 * read both ways, `mixed` when cells contradict each other, undefined when the column has no dates.
 */
export function inferDateOrder(samples: Iterable<string>): DateOrder | 'ambiguous' | 'mixed' | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  let certain = 0;
  for (const sample of samples) {
    const parts = datePartsOf(collapseSpace(sample));
    if (!parts || parts.kind === 'serial') continue;
    if (parts.kind !== 'numbers') certain++;
    else if (parts.a > 12 && parts.a <= 31 && parts.b <= 12) dayFirst++;
    else if (parts.b > 12 && parts.b <= 31 && parts.a <= 12) monthFirst++;
    else if (parts.a <= 12 && parts.b <= 12 && parts.a !== parts.b) either++;
  }
  if (dayFirst > 0 && monthFirst > 0) {
    if (dayFirst > monthFirst * 20) return 'dmy';
    return monthFirst > dayFirst * 20 ? 'mdy' : 'mixed';
  }
  if (dayFirst > 0) return 'dmy';
  if (monthFirst > 0) return 'mdy';
  if (either > 0) return 'ambiguous';
  return certain > 0 ? 'ymd' : undefined;
}

const monthFirstCountries = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'GU', 'PR', 'VI', 'AS', 'MP']);

/** The order to read an ambiguous column in, by the country where the file comes from. */
export function usualDateOrder(country: string | undefined): 'dmy' | 'mdy' {
  return country !== undefined && monthFirstCountries.has(country) ? 'mdy' : 'dmy';
}
