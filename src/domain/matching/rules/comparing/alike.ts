/** Letters behind this one do not count: in so few bits the places of a letter fit into one number. */
const longest = 32;
/** By letter, the places where it stands in the longer text; all zero between two calls. */
const places = new Int32Array(128);
const found = new Uint16Array(longest);

/** Writes down where each letter of a text stands; false when one is beyond ASCII, and then nothing is written down. */
function notePlaces(text: string, length: number): boolean {
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      forgetPlaces(text, at);
      return false;
    }
    places[code] = (places[code] as number) | (1 << at);
  }
  return true;
}

function forgetPlaces(text: string, length: number): void {
  for (let at = 0; at < length; at++) places[text.charCodeAt(at)] = 0;
}

/**
 * How alike two short texts are by Jaro and Winkler, 0 to 1: shared letters at about the same place, a shared beginning counts more.
 * What is behind the 32nd letter does not count.
 */
export function jaroWinkler(left: string, right: string): number {
  const [a, b] = left.length <= right.length ? [left, right] : [right, left];
  const short = Math.min(a.length, longest);
  const long = Math.min(b.length, longest);
  if (short === 0) return long === 0 ? 1 : 0;
  const reach = Math.max(0, (long >> 1) - 1);
  const quick = notePlaces(b, long);
  let [taken, common] = [0, 0];
  for (let i = 0; i < short; i++) {
    const code = a.charCodeAt(i);
    const from = Math.max(0, i - reach);
    const to = Math.min(long, i + reach + 1);
    const where = quick ? (code > 127 ? 0 : (places[code] as number)) : placesOf(b, code, from, to);
    const window = (to === 32 ? -1 : (1 << to) - 1) & (-1 << from);
    const free = where & window & ~taken;
    if (free === 0) continue;
    taken |= free & -free;
    found[common++] = code;
  }
  if (quick) forgetPlaces(b, long);
  if (common === 0) return 0;
  let outOfOrder = 0;
  for (let j = 0, k = 0; k < common; j++) if ((taken & (1 << j)) !== 0 && b.charCodeAt(j) !== found[k++]) outOfOrder++;
  const jaro = (common / short + common / long + (common - (outOfOrder >> 1)) / common) / 3;
  if (jaro < 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < short && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function placesOf(text: string, code: number, from: number, to: number): number {
  let where = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === code) where |= 1 << at;
  return where;
}

/**
 * How many letters must be inserted, removed, replaced or swapped with their neighbour; more than `limit` is answered as `limit + 1`.
 * For texts of up to 32 letters; longer ones are compared without what they begin with in common.
 */
export function edits(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let [from, a, b] = [0, left.length, right.length];
  while (from < a && from < b && left.charCodeAt(from) === right.charCodeAt(from)) from++;
  while (a > from && b > from && left.charCodeAt(a - 1) === right.charCodeAt(b - 1)) {
    a--;
    b--;
  }
  if (a === from || b === from) return Math.min(Math.max(a, b) - from, limit + 1);
  if (a - from > longest || b - from > longest) return limit + 1;
  return Math.min(editsInBits(left.slice(from, a), right.slice(from, b)), limit + 1);
}

/** A column of the table of distances at a time, its steps up and down as bits (Hyyrö 2003). */
function editsInBits(a: string, b: string): number {
  const quick = notePlaces(a, a.length);
  const last = 1 << (a.length - 1);
  let [up, down, before, met, distance] = [-1, 0, 0, 0, a.length];
  for (let j = 0; j < b.length; j++) {
    const code = b.charCodeAt(j);
    const where = quick ? (code > 127 ? 0 : (places[code] as number)) : placesOf(a, code, 0, a.length);
    const swapped = ((~met & where) << 1) & before;
    met = (((where & up) + up) ^ up) | where | down | swapped;
    const [right, back] = [down | ~(met | up), met & up];
    if ((right & last) !== 0) distance++;
    else if ((back & last) !== 0) distance--;
    const shifted = (right << 1) | 1;
    up = (back << 1) | ~(met | shifted);
    down = met & shifted;
    before = where;
  }
  if (quick) forgetPlaces(a, a.length);
  return distance;
}

/** Which letters stand in a text, as bits; some letters share one. Two texts that lack too many of each other's letters need no closer look. */
export function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether texts with these letters can be so few edits apart: each edit takes one letter away and brings one at most. */
export function mayBeWithin(limit: number, leftLetters: number, rightLetters: number): boolean {
  return countBits(leftLetters ^ rightLetters) <= 2 * limit;
}

/** The most that `jaroWinkler` can be for texts of these lengths and letters. */
export function mostAlike(a: number, b: number, leftLetters: number, rightLetters: number, sameStart: boolean): number {
  const common = Math.min(a - countBits(leftLetters & ~rightLetters), b - countBits(rightLetters & ~leftLetters));
  const jaro = (common / Math.min(a, longest) + common / Math.min(b, longest) + 1) / 3;
  return sameStart ? jaro + 0.4 * (1 - jaro) : jaro;
}

/** How alike two words are: 3 the same, 2 as by one slip of the pen, 1 remotely, 0 not at all. `lettersIn` of both saves most of the work. */
export function gradeOfWords(left: string, right: string, leftLetters: number, rightLetters: number): 0 | 1 | 2 | 3 {
  if (left === right) return 3;
  const sameStart = left.charCodeAt(0) === right.charCodeAt(0);
  const shorter = Math.min(left.length, right.length);
  const limit = shorter >= 8 ? 3 : shorter >= 4 ? 1 : 0;
  const near = limit > 0 && mayBeWithin(limit, leftLetters, rightLetters);
  if (!near && mostAlike(left.length, right.length, leftLetters, rightLetters, sameStart) < 0.8) return 0;
  const alike = jaroWinkler(left, right);
  if (alike >= 0.92) return 2;
  const apart = near ? edits(left, right, limit) : limit + 1;
  if (apart === 1 && limit > 0) return 2;
  return alike >= 0.8 || apart <= limit ? 1 : 0;
}
