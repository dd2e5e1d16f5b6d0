import { editDistance, foldWords } from '#platform/text';
import type { ImportField } from './import-field.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that say little about a column of people, and about one of companies. */
const noiseForPeople = set(
  'the of your my contact contacts person people lead leads customer client user member primary main default preferred value field column text c work business office personal private home direct current 1 2 3 4 5',
);
const noiseForOthers = set(
  'the of your my company account accounts organization organisation business primary main default value field column text c current billing hq headquarters 1 2 3 4 5',
);

/** With one of these in its header a column is about the thing, and not the thing itself: `Email status`, `Phone type`. */
const aboutWords = set(
  'status type kind opt optin optout in out consent verified verification valid validity bounced bounce count id uuid guid key hash date time created updated modified changed last first score flag subscribed unsubscribed sent opened clicked open click rate assistant spouse partner manager supervisor referrer referred by old former previous confidence extension ext label permission preference preferences provider quality risk note notes list language birth size number domain',
);

/** With one of these a column of a file of people is about their company. */
const companyWords = set('company corporate organization organisation employer account firm firma');

interface KnownName {
  tokens: string[];
  compact: string;
  weight: number;
}

export interface FieldNames {
  field: ImportField;
  names: KnownName[];
}

/** The names by which a field is known, ready for comparison. */
export function namesOf(field: ImportField): FieldNames {
  const names = [field.name, field.label, ...field.aliases].map((name, index) => ({
    ...known(name),
    weight: index < 2 ? 1 : 0.97,
  }));
  return { field, names };
}

/** The words of a header or a name: `given_name`, `GivenName` and `Given name` are the same. */
export function headerTokens(header: string): string[] {
  const spaced = header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2');
  return foldWords(spaced)
    .split(' ')
    .filter((token) => token !== '');
}

function known(name: string): Omit<KnownName, 'weight'> {
  const tokens = headerTokens(name);
  return { tokens, compact: tokens.join('') };
}

/** How surely a header names a field, 0 to 1. */
export function matchHeader(tokens: readonly string[], names: FieldNames, people: boolean): number {
  if (tokens.length === 0) return 0;
  const noise = people ? noiseForPeople : noiseForOthers;
  const compact = tokens.join('');
  const telling = tokens.filter((token) => !noise.has(token));
  let best = 0;
  for (const name of names.names) {
    const score = name.compact === compact ? name.weight : matchLoosely(compact, telling, name, names.field, people);
    if (score > best) best = score;
  }
  return best;
}

function matchLoosely(
  compact: string,
  telling: readonly string[],
  name: KnownName,
  field: ImportField,
  people: boolean,
): number {
  if (name.compact === '') return 0;
  const noise = people ? noiseForPeople : noiseForOthers;
  const tellingName = name.tokens.filter((token) => !noise.has(token));
  if (telling.length > 0 && telling.join('') === tellingName.join('')) return 0.88;
  if (field.name === 'fullName') return 0;
  if (name.compact.length > 3 && compact.replace(/(?:nummer|number|nr|adresse|address)$/, '') === name.compact)
    return 0.85;
  if (isMistyped(compact, name.compact)) return 0.75;
  return matchPart(telling, tellingName, name.weight, field, people);
}

function isMistyped(header: string, name: string): boolean {
  if (name.length < 5 || Math.abs(header.length - name.length) > 2 || header[0] !== name[0]) return false;
  const limit = name.length >= 9 ? 2 : 1;
  return editDistance(header, name, limit) <= limit;
}

const typesKnownByOneWord: ReadonlySet<string> = new Set(['email', 'phone', 'url', 'country']);

/**
 * `Mobile phone no` holds `phone`. References and short or vague words never match as a part: `Last activity` is no last
 * name, `Company size` no company, `Internet service` no department.
 */
function matchPart(
  telling: readonly string[],
  name: readonly string[],
  weight: number,
  field: ImportField,
  people: boolean,
): number {
  if (field.type === 'reference' || field.type === 'user' || name.length === 0 || name.length >= telling.length)
    return 0;
  if (name.length === 1 && ((name[0]?.length ?? 0) < 4 || (weight < 1 && !typesKnownByOneWord.has(field.type))))
    return 0;
  if (!name.every((token) => telling.includes(token))) return 0;
  const coverage = name.length / telling.length;
  if (coverage < 0.5) return 0;
  const score = 0.45 + 0.4 * coverage;
  const isAbout = (token: string) => aboutWords.has(token) || (people && companyWords.has(token));
  return telling.some((token) => isAbout(token) && !name.includes(token)) ? score * 0.3 : score;
}
