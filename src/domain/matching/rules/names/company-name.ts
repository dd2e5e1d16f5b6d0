import { collapseSpace, fold, foldWords, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';
import { ambiguousForms, attachedForms, leadingForms, legalForms, noCompany } from './legal-forms.ts';

export interface CompanyName {
  /** As it was written, white space in order. */
  value: string;
  /** For comparison: folded, without legal form, `and` and punctuation. */
  key: string;
}

const longestName = 500;
const longestFormWords = 4;

/** A company's name and the key under which `ACME, Inc.`, `Acme Inc` and `acme` are one. */
export function normaliseCompanyName(text: string): Normalised<CompanyName> {
  const value = collapseSpace(text.length > longestName * 4 ? text.slice(0, longestName * 4) : text);
  if (value === '') return bad('The company name is empty.');
  if (value.length > longestName)
    return bad(`${quoted(value)} is not a company name: it is longer than ${longestName} characters.`);
  const key = companyKey(value);
  if (key === '') return bad(`${quoted(value)} is not a company name: it has no letters or digits.`);
  if (noCompany.has(key) || noCompany.has(foldWords(value))) return bad(`${quoted(value)} names no company.`);
  return good({ value, key });
}

// `S.A.`, `S. A.` and `a.s.` are joined to `SA` and `AS`, `A/S` to `AS`.
const initials = /(?<![\p{L}\p{N}])\p{L}(?:\.\s?\p{L})+\.?(?![\p{L}\p{N}])/gu;
const slashed = /(?<![\p{L}\p{N}])([AIKPaikp])\/([SLsl])(?![\p{L}\p{N}])/gu;
const separators = /[^\p{L}\p{M}\p{N}]+/u;
const conjunctions = new Set(['and', 'und', 'et']);

/** The comparison key of a company's name; empty when it has neither letters nor digits. */
export function companyKey(name: string): string {
  const prepared = name
    .replace(attachedForms, ' ')
    .replace(initials, (letters) => letters.replace(/[.\s]/g, '').toUpperCase())
    .replace(slashed, (_, first: string, second: string) => (first + second).toUpperCase());
  const words = prepared.split(separators).filter((word) => word !== '');
  const folded = words.map(fold);
  let start = 0;
  let end = folded.length;
  while (start < end - 1 && (folded[start] === 'the' || leadingForms.has(folded[start] ?? ''))) start++;
  for (let dropped = -1; dropped !== 0; ) {
    dropped = formLength(words, folded, start, end);
    end -= dropped;
  }
  const kept = folded.slice(start, end).filter((word, index) => index === 0 || !conjunctions.has(word));
  return kept.length > 0 ? kept.join(' ') : foldWords(name);
}

/** How many words before `end` are a legal form; at least one word from `start` on is left. */
function formLength(words: string[], folded: string[], start: number, end: number): number {
  for (let length = Math.min(longestFormWords, end - start - 1); length > 0; length--) {
    const form = length === 1 ? (folded[end - 1] ?? '') : folded.slice(end - length, end).join(' ');
    if (!legalForms.has(form)) continue;
    if (length > 1 || !ambiguousForms.has(form) || isMarked(words[end - 1] ?? '', words[end - 2] ?? '')) return length;
  }
  return 0;
}

/** An ambiguous form counts in capitals, as in `Bang & Olufsen AS`, and as `SpA`; `co` counts always behind `&` or before another form. */
function isMarked(word: string, before: string): boolean {
  if (word === 'SpA' || /^[^\p{Ll}]+$/u.test(word)) return true;
  return word === 'Co' && before !== '';
}
