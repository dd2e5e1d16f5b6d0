import type { Field } from './field.ts';
import type { Part } from './part.ts';

const piece = /[\p{L}\p{N}][\p{L}\p{N}\-_/.]*/gu;
const mostCodes = 8;

/** The codes that stand in a text, such as the model in `Sony 46" Bravia KDL-46XBR9`: letters and digits together, or long numbers. Separated by spaces, in order. */
export function codesIn(text: string): string {
  const found = new Set<string>();
  for (const [word] of text.matchAll(piece)) {
    const code = word.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
    const digits = code.replace(/[^0-9]+/g, '').length;
    if (code.length < 4 || code.length > 24 || digits === 0) continue;
    if (digits === code.length && (digits < 5 || /[./]/.test(word))) continue;
    // A quantity with its unit, such as 500gb or 1080p, is no code.
    if (/^\d+[a-z]{1,4}$/.test(code)) continue;
    found.add(code);
    if (found.size === mostCodes) break;
  }
  return [...found].sort().join(' ');
}

/** Codes within texts: two things with one code in common are hardly ever two things. */
export function codesField(name: string, part: Part): Field {
  const lists = part.map((value) => (value === '' ? [] : value.split(' ')));
  return {
    name,
    levels: ['none in common', 'alike', 'in common'],
    start: [0.25, 0.15, 0.6],
    mostDifferent: 0.5,
    compare(left, right) {
      const a = part.idOf(left);
      const b = part.idOf(right);
      if (a === 0 || b === 0) return 0;
      if (a === b) return 3;
      const [ours, theirs] = [lists[a] as string[], lists[b] as string[]];
      if (ours.some((code) => theirs.includes(code))) return 3;
      return ours.some((code) => theirs.some((other) => isVariant(code, other))) ? 2 : 1;
    },
    share: (record) => part.shareOf(record),
  };
}

function isVariant(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 5 && long.startsWith(short);
}
