/** What two records have in common: the same phone number, shared or personal address, or the same name in the same company. */
export type Reason = 'phone' | 'roleEmail' | 'email' | 'nameAndCompany';

/** A record that has something in common with another. */
export interface Likeness {
  recordId: string;
  otherId: string;
  reason: Reason;
}

/** Two records that may be the same, once whatever they have in common; `firstId` is the older. */
export interface Pair {
  firstId: string;
  secondId: string;
  reasons: Reason[];
}

const order: readonly Reason[] = ['email', 'nameAndCompany', 'phone', 'roleEmail'];

/** Each pair once, with all that it has in common, in the order of its ids. */
export function pairsOf(likenesses: readonly Likeness[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { recordId, otherId, reason } of likenesses) {
    if (recordId === otherId) continue;
    const [firstId, secondId] = recordId < otherId ? [recordId, otherId] : [otherId, recordId];
    const key = firstId + secondId;
    const pair = pairs.get(key) ?? { firstId, secondId, reasons: [] };
    pairs.set(key, pair);
    if (!pair.reasons.includes(reason)) pair.reasons.push(reason);
  }
  const sorted = [...pairs.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, pair]) => pair);
  for (const pair of sorted) pair.reasons.sort((left, right) => order.indexOf(left) - order.indexOf(right));
  return sorted;
}
