import type { Range } from '../compile.ts';

const dayMs = 86_400_000;
const longestQuote = 80;

/** 1234567 as 1,234,567; `toLocaleString` takes longer than the rest of a score. */
export function grouped(value: number): string {
  return String(Math.floor(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** 12_300_000 as "12.3 million". */
export function inWords(value: number): string {
  if (value >= 1e9) return `${oneDecimal(value / 1e9)} billion`;
  return value >= 1e6 ? `${oneDecimal(value / 1e6)} million` : grouped(value);
}

/** Cut off rather than rounded, so that a limit of 999,999,999 does not read as the next one. */
const oneDecimal = (value: number) => String(Math.floor(value * 10) / 10);

export function quoted(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return `“${plain.length > longestQuote ? `${plain.slice(0, longestQuote - 1)}…` : plain}”`;
}

export function rangeInWords({ min, max }: Range, number: (value: number) => string): string {
  return max === undefined ? `${number(min)} and more` : `${number(min)} to ${number(max)}`;
}

/** @param ageMs of the oldest that counts */
export function agoInWords(count: number, ageMs: number): string {
  const days = Math.max(1, Math.ceil(ageMs / dayMs));
  if (count > 1) return days === 1 ? 'in the last 24 hours' : `in the last ${days} days`;
  const whole = Math.floor(ageMs / dayMs);
  if (whole < 1) return 'in the last 24 hours';
  return whole === 1 ? '1 day ago' : `${whole} days ago`;
}

/** `siteSearches` as "Site searches", for a factor that was given no text of its own. */
export function nameInWords(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
