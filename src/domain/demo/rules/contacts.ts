import type { DemoAccount } from './accounts.ts';
import { addressBook } from './addresses.ts';
import { countries, countryOf } from './countries.ts';
import type { Country, Name } from './country.ts';
import { type Interest, interestOf } from './interest.ts';
import { type Job, jobOf, seniorityIn } from './job-titles.ts';
import { phoneBook } from './phones.ts';
import { workingMoment } from './places.ts';
import { type Random, random, weighted } from './random.ts';

export type DemoContact = {
  index: number;
  accountIndex: number;
  firstName: string;
  lastName: string;
  /** In the domain of the account, each once. */
  email: string;
  /** E.164, each once; missing for some. */
  phone: string | null;
  title: string;
  department: string;
  city: string;
  /** ISO 3166, two letters. */
  country: string;
  leadSource: string;
  lifecycleStage: string;
  gdprConsent: boolean;
  gdprConsentDate: Date | null;
  createdAt: Date;
  /** What `generateActivities` makes them do. */
  interest: Interest;
};

const sources = weighted(
  ['website', 'event', 'referral', 'linkedin', 'webinar', 'cold outreach', 'partner', 'advertising'],
  (source) => ({ website: 30, event: 14, referral: 12, linkedin: 14, webinar: 9 })[source] ?? 7,
);
const anyCountry = weighted(countries, ({ share }) => share);

const dayMs = 86_400_000;

/** In every demo: a name longer than a column is wide, and one that is written from right to left. */
const longNameAt = 3;
const rightToLeftAt = 5;
const longName = {
  woman: true,
  first: { written: 'Maximiliane Friederike Charlotte', latin: 'maximiliane' },
  last: { written: 'Freifrau von und zu Oberschwarzenbach-Hinterzarten-Niederschönenfeld', latin: 'oberschwarzenbach' },
};

/**
 * Believable people of the given companies, one at a time, created between their company and the latest one.
 * The same arguments give the same people, and a larger count the same ones first.
 * @throws RangeError when there are people to make but no companies
 */
export function* generateContacts(
  count: number,
  accounts: readonly DemoAccount[],
  seed: number,
): Generator<DemoContact, void, undefined> {
  const chances = random(seed, 'contacts');
  const employers = weighted(accounts, ({ employeeCount }) => employeeCount ** 0.6);
  const latestMs = accounts.reduce((latest, { createdAt }) => Math.max(latest, createdAt.getTime()), 0);
  const emailOf = addressBook();
  const phoneOf = phoneBook('person');
  for (let index = 0; index < count; index += 1) {
    const account = chances.pickWeighted(employers);
    const country = countryFor(index, account, chances);
    const person = nameFor(index, country, chances);
    const seniority = seniorityIn(account.employeeCount, chances);
    const createdAt = laterThan(account.createdAt, latestMs, chances);
    const interest = interestOf(seniority, account.employeeCount, chances);
    const gdprConsent = chances.chance(interest === 'none' ? 0.35 : 0.8);
    yield {
      index,
      accountIndex: account.index,
      firstName: person.first.written,
      lastName: person.last.written,
      email: emailOf(account, person.first, person.last),
      phone: chances.chance(0.75) ? phoneOf(country) : null,
      ...(localJob(country, person.woman, seniority, chances) ?? jobOf(seniority, account.employeeCount, chances)),
      city: account.country === country.code && chances.chance(0.7) ? account.city : chances.pick(country.cities).name,
      country: country.code,
      leadSource: chances.pickWeighted(sources),
      lifecycleStage: stageOf(interest, chances),
      gdprConsent,
      gdprConsentDate: gdprConsent ? createdAt : null,
      createdAt,
      interest,
    };
  }
}

function countryFor(index: number, account: DemoAccount, { chance, pickWeighted }: Random): Country {
  if (index === longNameAt) return countryOf('DE');
  if (index === rightToLeftAt) return countryOf('AE');
  return chance(0.9) ? countryOf(account.country) : pickWeighted(anyCountry);
}

type Person = { woman: boolean; first: Name; last: Name };

function nameFor(index: number, { men, women, families }: Country, { chance, pick }: Random): Person {
  const woman = index === longNameAt || chance(0.5);
  const first = pick(woman ? women : men);
  const family = pick(families);
  return index === longNameAt ? longName : { woman, first, last: woman ? family.woman : family.man };
}

function laterThan(createdAt: Date, latestMs: number, random: Random): Date {
  const days = ((latestMs - createdAt.getTime()) / dayMs) * random.next();
  const moment = workingMoment(new Date(latestMs), days, random);
  return moment < createdAt ? createdAt : moment;
}

/** A third of the people have a title in the language of their country. */
function localJob({ titles }: Country, woman: boolean, seniority: string, { chance, pick }: Random): Job | null {
  if (titles.length === 0 || seniority === 'assistant' || !chance(0.35)) return null;
  const title = pick(titles);
  return { title: woman ? title.woman : title.man, department: title.department };
}

function stageOf(interest: Interest, { chance }: Random): string {
  if (interest === 'ready') return chance(0.5) ? 'opportunity' : 'sql';
  if (interest === 'hot') return chance(0.5) ? 'sql' : 'mql';
  if (interest === 'warm') return chance(0.6) ? 'mql' : 'lead';
  if (chance(0.07)) return chance(0.1) ? 'evangelist' : 'customer';
  return chance(interest === 'some' ? 0.7 : 0.35) ? 'lead' : 'subscriber';
}
