import type { DemoContact } from './contacts.ts';
import type { Interest } from './interest.ts';
import { workingMoment } from './places.ts';
import { type Random, random } from './random.ts';

export interface DemoDeal {
  contactIndex: number;
  /** What it is about, beside the name of the company. */
  about: string;
  /** In the currency of the workspace. */
  amount: number;
  outcome: 'open' | 'won' | 'lost';
  /** How far it has come, or came before it was lost, from 0 to 1: which of the open stages it is in. */
  progress: number;
  lostReason: string;
  nextStep: string | null;
  /** When it began. */
  at: Date;
  /** When it came to the stage that it is in; of a closed one, when it was closed. */
  since: Date;
  /** How the time between is divided among the stages on the way: parts of it, in order. */
  pace: readonly number[];
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
const decidedAfterDays = 120;
/** The usual time in a stage; some are left lying for longer. */
const usualDays = 24;
const mostStages = 12;

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
    const ageDays = Math.min(yearDays, knownDays) * chance.next() ** 0.7;
    const begun = workingMoment(now, ageDays, chance);
    const at = begun < createdAt ? createdAt : begun;
    const isDecided = chance.chance(Math.min(0.92, ageDays / decidedAfterDays));
    const outcome = !isDecided ? 'open' : chance.chance(0.55) ? 'won' : 'lost';
    const restMs = now.getTime() - at.getTime();
    const sinceMs = isDecided ? restMs * (0.1 + 0.6 * chance.next()) : Math.min(restMs, daysHere(chance) * dayMs);
    const since = new Date(now.getTime() - sinceMs);
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
      pace: Array.from({ length: mostStages }, () => 0.5 + chance.next()),
      closeAt: outcome === 'open' ? ahead : since,
    });
  }
  return deals;
}

/** How long an open deal has been where it is: hours to weeks, and one in six for longer than is good. */
function daysHere({ next, chance }: Random): number {
  return chance(1 / 6) ? usualDays + 40 * next() : 0.2 + usualDays * next();
}

interface DemoStage {
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

/** The stages that a deal has been in, with the moment at which it came to each; the last one is where it is. Empty where the pipeline has none for it. */
export function wayOf(deal: DemoDeal, stages: readonly DemoStage[]): { stage: DemoStage; at: Date }[] {
  const { outcome, progress, at, since, pace } = deal;
  const open = stages.filter((one) => one.kind === 'open');
  const end = stages.find((one) => one.kind === outcome);
  const reached = outcome === 'won' ? open.length : 1 + Math.floor(progress * open.length);
  const passed = open.slice(0, reached);
  const way = outcome === 'open' ? passed : end ? [...passed, end] : [];
  const parts = way.slice(1).map((_, index) => pace[index % pace.length] ?? 1);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  let gone = 0;
  return way.map((stage, index) => {
    if (index > 0) gone += parts[index - 1] ?? 0;
    const ms = whole > 0 ? ((since.getTime() - at.getTime()) * gone) / whole : 0;
    return { stage, at: index === way.length - 1 ? since : new Date(at.getTime() + ms) };
  });
}
