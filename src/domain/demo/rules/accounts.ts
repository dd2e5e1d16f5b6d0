import { companyNames } from './company-names.ts';
import { countries, countryOf } from './countries.ts';
import type { Country } from './country.ts';
import { phoneBook } from './phones.ts';
import { addressIn, momentOfTheYear } from './places.ts';
import { type Random, random, weighted } from './random.ts';
import { industries } from './trades.ts';

export type DemoAccount = {
  /** Its place in the list; `parentIndex` and a contact's `accountIndex` point at it. */
  index: number;
  parentIndex: number | null;
  name: string;
  /** Ends in `.example`. */
  domain: string;
  website: string;
  industry: string;
  employeeCount: number;
  /** The band that the number falls in: `51-200`. */
  companySize: string;
  /** Whole dollars a year; unknown for some. */
  annualRevenue: number | null;
  /** E.164. */
  phone: string | null;
  street: string;
  postalCode: string | null;
  city: string;
  state: string | null;
  /** ISO 3166, two letters. */
  country: string;
  createdAt: Date;
};

const bands = [10, 50, 200, 500, 1000, 5000, 10_000];
const smallest = 9;
const largest = 250_000;
const tail = 0.75;
const longNameAt = 4;

const anyCountry = weighted(countries, ({ share }) => share);
const anyIndustry = weighted(industries, ({ share }) => share);

/**
 * Believable companies of fifteen countries, created in the year before `now`, some of them daughters of earlier ones.
 * The same arguments give the same companies, and a larger count the same ones first.
 */
export function generateAccounts(count: number, seed: number, now: Date): DemoAccount[] {
  const chances = random(seed, 'accounts');
  const names = companyNames(chances);
  const phoneOf = phoneBook('company');
  const cores: string[] = [];
  const accounts: DemoAccount[] = [];
  for (let index = 0; index < count; index += 1) {
    const parent = index > 20 && chances.chance(0.05) ? accounts[chances.below(index)] : undefined;
    const country = index === longNameAt ? countryOf('DE') : chances.pickWeighted(anyCountry);
    const industry = chances.pickWeighted(anyIndustry);
    const { city, ...address } = addressIn(country, chances);
    const daughter =
      parent && parent.country !== country.code ? names.subsidiary(country, cores[parent.index] ?? '') : null;
    const fresh = () =>
      index === longNameAt ? longGermanName(names, country) : names.fresh(country, industry.name, city);
    const { core, name, domain } = daughter ?? fresh();
    const employeeCount = employeesOf(chances);
    cores.push(core);
    accounts.push({
      index,
      parentIndex: daughter && parent ? parent.index : null,
      name,
      domain,
      website: `https://www.${domain}`,
      industry: daughter && parent ? parent.industry : industry.name,
      employeeCount,
      companySize: bandOf(employeeCount),
      annualRevenue: revenueOf(employeeCount, industry.revenueEach, chances),
      phone: chances.chance(0.85) ? phoneOf(country) : null,
      ...address,
      city,
      country: country.code,
      createdAt: momentOfTheYear(now, chances),
    });
  }
  return accounts;
}

/** One name in every demo that is longer than a column is wide. */
function longGermanName(names: ReturnType<typeof companyNames>, country: Country) {
  return names.exactly(
    country,
    'GmbH & Co. KGaA',
    'Oberschwarzenbacher Donaudampfschifffahrts- und Elektrizitätsversorgungsgesellschaft',
  );
}

/** Few are large and most are small, as Zipf has it: half have fewer than 23 people, one in thirty more than a thousand. */
function employeesOf({ next }: Random): number {
  return Math.min(largest, Math.floor(smallest / (1 - next()) ** (1 / tail)));
}

function bandOf(employeeCount: number): string {
  const upper = bands.find((band) => employeeCount <= band);
  if (upper === undefined) return `${(bands.at(-1) ?? 0) + 1}+`;
  const lower = bands[bands.indexOf(upper) - 1] ?? 0;
  return `${lower + 1}-${upper}`;
}

/** Half to double of what is usual in the industry, in two figures; one in seven is not known. */
function revenueOf(employeeCount: number, revenueEach: number, { next, chance }: Random): number | null {
  const exact = employeeCount * revenueEach * 2 ** (2 * next() - 1);
  const figures = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return chance(0.15) ? null : Math.round(exact / figures) * figures;
}
