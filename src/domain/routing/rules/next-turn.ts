/** Somebody who takes part in a round, with the weight of their share. */
export interface Taker {
  userId: string;
  weight: number;
}

/**
 * Whose turn it is, and how everybody stands afterwards: a smooth weighted round robin. Everybody who can take part gains their weight,
 * the one who stands highest takes the turn and pays the sum of all weights. Over any long stretch each gets their share, turns are spread
 * evenly, and who could not take part (full, away) is not flooded later. Of equals the first in the list goes first.
 * @param standing how everybody stood before; who is not in it stands at 0
 */
export function nextTurn(
  takers: readonly Taker[],
  standing: ReadonlyMap<string, number>,
): { userId: string; standing: Map<string, number> } | undefined {
  const [first] = takers;
  if (!first) return undefined;
  const after = new Map(takers.map(({ userId, weight }) => [userId, (standing.get(userId) ?? 0) + weight]));
  let best = first.userId;
  for (const { userId } of takers) if ((after.get(userId) ?? 0) > (after.get(best) ?? 0)) best = userId;
  const total = takers.reduce((sum, { weight }) => sum + weight, 0);
  after.set(best, (after.get(best) ?? 0) - total);
  return { userId: best, standing: after };
}
