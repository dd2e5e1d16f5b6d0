import type { DemoContact } from './contacts.ts';
import type { Interest } from './interest.ts';
import { workingMoment } from './places.ts';
import { random } from './random.ts';

export interface DemoDeal {
  contactIndex: number;
  /** What it is about, beside the name of the company. */
  about: string;
  /** In the currency of the workspace. */
  amount: number;
  outcome: 'open' | 'won' | 'lost';
  /** How far an open one has come, from 0 to 1: which of the open stages it is in. */
  progress: number;
  lostReason: string;
  nextStep: string | null;
  /** When it began. */
  at: Date;
  /** When it came to the stage that it is in; of a closed one, when it was closed. */
  since: Date;
  /** When it is expected to close, or did. */
  closeAt: Date;
}

/** How many of an interest have a deal. */
const chances: Record<Interest, number> = { none: 0.1, some: 0.18, warm: 0.3, hot: 0.5, ready: 0.7 };

const subjects = ['First order', 'Renewal', 'Rollout', 'Pilot', 'Extension', 'Yearly contract', 'Training'];
const steps = ['Send the offer', 'Call about the price', 'Meet the buyer', 'Show it to the team', null];
const reasons = ['No budget', 'Bought elsewhere', 'No decision', 'No answer'];

const dayMs = 86_400_000;
const yearDays = 365;
/** By then most are decided, one way or the other. */
const decidedAfterDays = 90;

/** A year of deals; the same person always has the same one, whoever else is asked for. */
export function dealsOf(
  contacts: Iterable<Pick<DemoContact, 'index' | 'interest' | 'createdAt'>>,
  seed: number,
  now: Date,
): DemoDeal[] {
  const deals: DemoDeal[] = [];
  for (const { index, interest, createdAt } of contacts) {
    const chance = random(seed, `deal ${index}`);
    if (!chance.chance(chances[interest])) continue;
    const knownDays = Math.max(0, (now.getTime() - createdAt.getTime()) / dayMs);
    const ageDays = Math.min(yearDays, knownDays) * chance.next();
    const begun = workingMoment(now, ageDays, chance);
    const at = begun < createdAt ? createdAt : begun;
    const isDecided = chance.chance(Math.min(0.9, ageDays / decidedAfterDays));
    const outcome = !isDecided ? 'open' : chance.chance(0.55) ? 'won' : 'lost';
    const restMs = now.getTime() - at.getTime();
    const since = new Date(at.getTime() + restMs * (isDecided ? 0.3 + 0.6 * chance.next() : chance.next()));
    const ahead = new Date(now.getTime() + (7 + chance.below(90)) * dayMs);
    deals.push({
      contactIndex: index,
      about: chance.pick(subjects),
      amount: 500 * (2 + chance.below(10 ** (1 + chance.below(2)) * 2)),
      outcome,
      progress: chance.next(),
      lostReason: chance.pick(reasons),
      nextStep: outcome === 'open' ? chance.pick(steps) : null,
      at,
      since,
      closeAt: outcome === 'open' ? ahead : since,
    });
  }
  return deals;
}
