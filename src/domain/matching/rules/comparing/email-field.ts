import { edits, jaroWinkler, lettersIn, mayBeWithin, mostAlike } from './alike.ts';
import type { Field } from './field.ts';
import type { Part } from './part.ts';

/** Shorter ones are initials, which many people share. */
const shortestMailbox = 5;
const leastAlike = 0.9;

/** E-mail addresses in the form of their key; `isShared` says of one that it belongs to a function and not to a person. */
export function emailField(name: string, part: Part, isShared: (email: string) => boolean): Field {
  // Numbers about each address instead of its parts: a million addresses stay small.
  const ats = Uint16Array.from(part.values, (email) =>
    Math.min(65_535, email.includes('@') ? email.lastIndexOf('@') : email.length),
  );
  const letters = Int32Array.from(part.values, (email, id) => lettersIn(email.slice(0, ats[id])));
  const shared = Uint8Array.from(part.values, (email) => (isShared(email) ? 1 : 0));
  const likeness = (a: number, b: number): number => {
    const [left, right] = [part.values[a] as string, part.values[b] as string];
    const [ours, theirs] = [ats[a] as number, ats[b] as number];
    const [oursIn, theirsIn] = [letters[a] as number, letters[b] as number];
    const sameDomain = left.length - ours === right.length - theirs && left.endsWith(right.slice(theirs));
    if (oursIn === theirsIn && mailbox(left, ours) === mailbox(right, theirs))
      return sameDomain || mailbox(left, ours).length >= shortestMailbox ? 3 : 2;
    if (mayBeWithin(2, part.lettersOf(a), part.lettersOf(b)) && edits(left, right, 2) <= 2) return 3;
    if (!sameDomain && ours <= 6) return 1;
    const sameStart = left.charCodeAt(0) === right.charCodeAt(0);
    if (mostAlike(ours, theirs, oursIn, theirsIn, sameStart) < leastAlike) return 1;
    return jaroWinkler(left.slice(0, ours), right.slice(0, theirs)) >= leastAlike ? 2 : 1;
  };
  return {
    name,
    levels: ['different', 'somewhat alike', 'alike', 'equal'],
    start: [0.2, 0.08, 0.12, 0.6],
    mostDifferent: 0.45,
    compare(left, right) {
      const [a, b] = [part.idOf(left), part.idOf(right)];
      if (a === 0 || b === 0) return 0;
      if (a !== b) return likeness(a, b);
      // A shared address says where somebody works, and not who it is.
      return shared[a] === 1 ? 2 : 4;
    },
    share: (record) => part.shareOf(record),
  };
}

/** The part before the @ without its `+tag` and full stops. */
function mailbox(email: string, at: number): string {
  const plus = email.indexOf('+');
  return email.slice(0, plus > 0 && plus < at ? plus : at).replaceAll('.', '');
}
