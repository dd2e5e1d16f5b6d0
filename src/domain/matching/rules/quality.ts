export interface QualityReason {
  code: QualityCode;
  /** Hundredths earned; the points of all reasons add up to the score. */
  points: number;
  text: string;
}

export interface Quality {
  /** 0 to 100, in hundredths. */
  score: number;
  reasons: QualityReason[];
}

export interface ContactFacts {
  emails: readonly { role: boolean; free: boolean }[];
  phones: readonly { valid: boolean }[];
  hasFirstName: boolean;
  hasLastName: boolean;
  hasCompany: boolean;
  hasTitle: boolean;
  hasCountry: boolean;
}

export interface AccountFacts {
  hasDomain: boolean;
  hasIndustry: boolean;
  hasSize: boolean;
  hasCountry: boolean;
  hasCity: boolean;
  hasPhone: boolean;
}

export interface QualityInput {
  facts: ({ kind: 'contact' } & ContactFacts) | ({ kind: 'account' } & AccountFacts);
  /** How many values could not be read or do not fit their field. */
  badValues: number;
  /** Days since anything of the record was last set or confirmed; 0 for one that is being written now. */
  ageDays: number;
  /** How many other records look like the same person or company. */
  lookalikes: number;
}

export type QualityCode =
  | 'reachable'
  | 'phone'
  | 'name'
  | 'company'
  | 'title'
  | 'place'
  | 'domain'
  | 'industry'
  | 'size'
  | 'validity'
  | 'freshness'
  | 'uniqueness';

const validityPoints = 20;
const freshnessPoints = 10;
const uniquenessPoints = 15;

/** How good a record is: complete (55), valid (20), fresh (10), unique (15), each part with its reason. The same input gives the same answer. */
export function qualityOf(input: QualityInput): Quality {
  const reasons = input.facts.kind === 'contact' ? contactCompleteness(input.facts) : accountCompleteness(input.facts);
  reasons.push(validity(input.badValues), freshness(input.ageDays), uniqueness(input.lookalikes));
  let score = 0;
  for (const reason of reasons) score += reason.points;
  return { score, reasons };
}

function contactCompleteness(facts: ContactFacts): QualityReason[] {
  const names = (facts.hasFirstName ? 1 : 0) + (facts.hasLastName ? 1 : 0);
  return [
    bestEmail(facts.emails),
    bestPhone(facts.phones),
    { code: 'name', points: names * 6, text: nameTexts[names] ?? '' },
    part('company', facts.hasCompany, 8, 'Has a company', 'No company'),
    part('title', facts.hasTitle, 5, 'Has a job title', 'No job title'),
    part('place', facts.hasCountry, 3, 'Has a country', 'No country'),
  ];
}

const nameTexts = ['No name', 'Only half of the name', 'Has first and last name'];

function bestEmail(emails: ContactFacts['emails']): QualityReason {
  if (emails.length === 0) return { code: 'reachable', points: 0, text: 'No e-mail address' };
  const personal = emails.filter((email) => !email.role);
  if (personal.length === 0)
    return { code: 'reachable', points: 8, text: 'Only a shared e-mail address such as info@' };
  if (personal.every((email) => email.free))
    return { code: 'reachable', points: 15, text: 'Has a personal e-mail address, not one of a company' };
  return { code: 'reachable', points: 18, text: 'Has a personal business e-mail address' };
}

function bestPhone(phones: ContactFacts['phones']): QualityReason {
  if (phones.length === 0) return { code: 'phone', points: 0, text: 'No phone number' };
  if (phones.some((phone) => phone.valid)) return { code: 'phone', points: 9, text: 'Has a phone number' };
  return { code: 'phone', points: 4, text: 'Has a phone number that is probably wrong' };
}

function accountCompleteness(facts: AccountFacts): QualityReason[] {
  const place = (facts.hasCountry ? 6 : 0) + (facts.hasCity ? 3 : 0);
  return [
    part('domain', facts.hasDomain, 18, 'Has a website', 'No website'),
    part('industry', facts.hasIndustry, 10, 'Has an industry', 'No industry'),
    part('size', facts.hasSize, 10, 'Has its number of employees or revenue', 'Neither employees nor revenue'),
    {
      code: 'place',
      points: place,
      text: place === 9 ? 'Has country and city' : place === 0 ? 'No address' : 'Only part of the address',
    },
    part('phone', facts.hasPhone, 8, 'Has a phone number', 'No phone number'),
  ];
}

function part(code: QualityCode, there: boolean, points: number, yes: string, no: string): QualityReason {
  return there ? { code, points, text: yes } : { code, points: 0, text: no };
}

function validity(badValues: number): QualityReason {
  if (badValues <= 0) return { code: 'validity', points: validityPoints, text: 'All values are valid' };
  const points = Math.max(0, validityPoints - 8 * badValues);
  return {
    code: 'validity',
    points,
    text: badValues === 1 ? 'One value is not valid' : `${badValues} values are not valid`,
  };
}

const ages: [days: number, points: number, text: string][] = [
  [90, freshnessPoints, 'Confirmed in the last three months'],
  [365, 7, 'Confirmed in the last year'],
  [730, 3, 'Confirmed in the last two years'],
];

function freshness(ageDays: number): QualityReason {
  const age = ages.find(([days]) => ageDays <= days);
  return { code: 'freshness', points: age?.[1] ?? 0, text: age?.[2] ?? 'Not confirmed for more than two years' };
}

function uniqueness(lookalikes: number): QualityReason {
  if (lookalikes <= 0) return { code: 'uniqueness', points: uniquenessPoints, text: 'No other record looks like it' };
  const points = lookalikes === 1 ? 5 : 0;
  return {
    code: 'uniqueness',
    points,
    text: lookalikes === 1 ? 'One other record looks like it' : `${lookalikes} other records look like it`,
  };
}
