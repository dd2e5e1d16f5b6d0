import type { Country, PhoneRange } from './country.ts';

/** Of the numbers of a country these are for companies, the rest for people. */
const companyPart = 0.15;
/** Prime and larger than no range's square root: steps through all numbers once, without showing that it counts. */
const stride = 7919;

/**
 * Hands out numbers of a country, each once; nothing when all are gone: the ranges kept for fiction are small, and two
 * people with one number would be taken for one.
 */
export function phoneBook(kind: 'company' | 'person'): (country: Country) => string | null {
  const pages = new Map<string, { total: number; next: number; end: number }>();
  return ({ code, phones }) => {
    let page = pages.get(code);
    if (!page) {
      const total = phones.reduce((sum, { digits }) => sum + 10 ** digits, 0);
      const companies = Math.floor(total * companyPart);
      page = kind === 'company' ? { total, next: 0, end: companies } : { total, next: companies, end: total };
      pages.set(code, page);
    }
    if (page.next >= page.end) return null;
    page.next += 1;
    return numberAt(phones, (page.next * coprime(page.total)) % page.total);
  };
}

function coprime(total: number): number {
  return total % stride === 0 ? stride + 4 : stride;
}

function numberAt(ranges: readonly PhoneRange[], position: number): string | null {
  let rest = position;
  for (const { prefix, digits } of ranges) {
    const size = 10 ** digits;
    if (rest < size) return `${prefix}${String(rest).padStart(digits, '0')}`;
    rest -= size;
  }
  return null;
}
