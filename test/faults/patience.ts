const fewest = 8;

/** Asked before each kill whether there is time for it: a machine that is busy with other things gets fewer kills, never less than eight. */
export function killsWithin(budgetMs: number): () => boolean {
  const begunAt = performance.now();
  let kills = 0;
  return () => {
    kills += 1;
    return kills <= fewest || performance.now() - begunAt < budgetMs || process.env.KITH_FULL !== undefined;
  };
}
