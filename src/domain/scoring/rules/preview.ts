import type { Tier } from './tiers.ts';

/** Somebody whose score would be another. */
export interface Mover {
  id: string;
  before: number;
  after: number;
}

/** What a model would change, over all contacts that have been looked at so far. */
export interface PreviewTally {
  contacts: number;
  /** Those whose score would be another. */
  moved: number;
  scoreBefore: number;
  scoreAfter: number;
  /** By `COLD WARM`: how many would go from the one tier to the other, and a few of them. */
  steps: Record<string, { count: number; examples: Mover[] }>;
  /** Those who would move the furthest, the furthest first. */
  up: Mover[];
  down: Mover[];
}

export const emptyTally: PreviewTally = {
  contacts: 0,
  moved: 0,
  scoreBefore: 0,
  scoreAfter: 0,
  steps: {},
  up: [],
  down: [],
};

export interface Previewed extends Mover {
  tierBefore: Tier;
  tierAfter: Tier;
}

const mostExamples = 5;
const mostMovers = 10;
const distance = ({ before, after }: Mover) => Math.abs(after - before);

/** The furthest first; of equals, those that came first stay. */
function furthest(known: readonly Mover[], more: readonly Mover[]): Mover[] {
  return [...known, ...more].sort((a, b) => distance(b) - distance(a)).slice(0, mostMovers);
}

/** The tally with more contacts in it; the one that is given stays as it is. */
export function tallied(tally: PreviewTally, more: readonly Previewed[]): PreviewTally {
  const steps = structuredClone(tally.steps);
  for (const { id, before, after, tierBefore, tierAfter } of more) {
    const name = `${tierBefore} ${tierAfter}`;
    const step = steps[name] ?? { count: 0, examples: [] };
    steps[name] = step;
    step.count += 1;
    if (tierBefore !== tierAfter && step.examples.length < mostExamples) step.examples.push({ id, before, after });
  }
  const movers = more
    .filter(({ before, after }) => before !== after)
    .map(({ id, before, after }) => ({ id, before, after }));
  const sum = (of: (one: Mover) => number) => more.reduce((all, one) => all + of(one), 0);
  return {
    contacts: tally.contacts + more.length,
    moved: tally.moved + movers.length,
    scoreBefore: tally.scoreBefore + sum(({ before }) => before),
    scoreAfter: tally.scoreAfter + sum(({ after }) => after),
    steps,
    up: furthest(
      tally.up,
      movers.filter(({ before, after }) => after > before),
    ),
    down: furthest(
      tally.down,
      movers.filter(({ before, after }) => after < before),
    ),
  };
}
