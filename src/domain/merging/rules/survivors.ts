import type { Field, MergePolicy } from '#platform/fields';

/** How the values of one record are chosen among those of several; without one each field has its own way. */
export const strategies = ['mostRecent', 'mostTrusted', 'mostComplete', 'keepWinner'] as const;
export type Strategy = (typeof strategies)[number];

/** What somebody has chosen for a merge: the record that a field comes from, by its name; and a way for all other fields. */
export interface Choices {
  strategy?: Strategy | undefined;
  /** Ids of records, as UUIDs. */
  fields: Readonly<Record<string, string>>;
}

/** The value that one record offers for a field. */
export interface Candidate {
  recordId: string;
  value: unknown;
  /** When it was written, in ms since 1970. */
  at: number;
  /** The higher, the more its source is trusted. */
  trust: number;
  /** Somebody has written it: it is not just what every new record has. */
  written: boolean;
}

export type Why = MergePolicy | 'onlyOne' | 'chosen';

/** The value that survives, where it comes from, and why. */
export interface Survivor {
  candidate: Candidate;
  why: Why;
}

/** What one record offers for fields that go together, by their names. */
export type Offer = ReadonlyMap<string, Candidate>;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a candidate says nothing: it is empty, or what every new record has. */
function saysNothing({ initial, type }: Field, { value, written }: Candidate): boolean {
  if (isEmpty(value)) return true;
  return !written && (value === initial || (type === 'boolean' && value === false));
}

function lengthOf(value: unknown): number {
  return isEmpty(value) ? 0 : typeof value === 'string' ? value.length : JSON.stringify(value).length;
}

type Rank = (fields: readonly Field[], offer: Offer) => readonly number[];

const latest = (offer: Offer) => Math.max(...[...offer.values()].map(({ at }) => at));

/** By what an offer goes before another: the first number that differs decides, the greater wins. */
const ranks: Readonly<Record<Exclude<MergePolicy, 'union'>, Rank>> = {
  mostRecent: (_fields, offer) => [latest(offer)],
  mostTrusted: (_fields, offer) => [Math.max(...[...offer.values()].map(({ trust }) => trust)), latest(offer)],
  mostComplete: (_fields, offer) => {
    const lengths = [...offer.values()].map(({ value }) => lengthOf(value));
    return [lengths.filter(Boolean).length, lengths.reduce((sum, one) => sum + one, 0)];
  },
  furthest: ([field], offer) => [field?.choices?.indexOf(String(offer.get(field.name)?.value)) ?? 0],
  keepWinner: () => [0],
};

function isBefore(left: readonly number[], right: readonly number[]): boolean {
  const index = left.findIndex((one, at) => one !== right[at]);
  return index >= 0 && (left[index] ?? 0) > (right[index] ?? 0);
}

/**
 * Chooses which of several records gives the values of fields that go together. The first offer is that of the record that stays: among
 * equals it goes before the others. An offer that says nothing gives way to one that says something, unless somebody has chosen it.
 */
export function survivorsOf(
  fields: readonly Field[],
  offers: readonly Offer[],
  choices: Choices,
): ReadonlyMap<string, Survivor> {
  const survivors = new Map<string, Survivor>();
  const [policy, rank] = policyOf(fields, choices);
  const saying = offers.filter((offer) => fields.some((field) => says(field, offer)));
  let best = saying[0] ?? offers[0];
  for (const offer of saying.slice(1)) if (best && isBefore(rank(fields, offer), rank(fields, best))) best = offer;
  for (const field of fields) {
    const chosen = offers.find((offer) => offer.get(field.name)?.recordId === choices.fields[field.name]);
    const candidate = (chosen ?? best)?.get(field.name);
    if (candidate)
      survivors.set(field.name, { candidate, why: chosen ? 'chosen' : saying.length > 1 ? policy : 'onlyOne' });
  }
  return survivors;
}

function says(field: Field, offer: Offer): boolean {
  const candidate = offer.get(field.name);
  return candidate !== undefined && !saysNothing(field, candidate);
}

function policyOf([field]: readonly Field[], { strategy }: Choices): [Why, Rank] {
  const policy = strategy ?? field?.merge ?? 'mostRecent';
  const known = policy === 'union' ? 'mostRecent' : policy;
  return [known, ranks[known]];
}
