import type { DemoContact } from './contacts.ts';
import type { Interest } from './interest.ts';
import { workingMoment } from './places.ts';
import { type Random, random, type Weighted, weighted } from './random.ts';

export type DemoLeadStatus = 'new' | 'assigned' | 'accepted' | 'working' | 'qualified' | 'disqualified';

export interface DemoLead {
  contactIndex: number;
  campaign: string;
  message: string | null;
  status: DemoLeadStatus;
  disqualificationReason: string | null;
  /** When the interest was shown. */
  at: Date;
  /** When somebody took it on, or closed it; nobody has yet where it waits. */
  answeredAt: Date | null;
}

const statuses = (weights: Partial<Record<DemoLeadStatus, number>>): Weighted<DemoLeadStatus> =>
  weighted(Object.keys(weights) as DemoLeadStatus[], (status) => weights[status] ?? 0);

/** How many of an interest have shown it as a lead, how far these have come, and within how many days. */
const habits: Record<Interest, { chance: number; days: number; statuses: Weighted<DemoLeadStatus> }> = {
  none: { chance: 0.01, days: 60, statuses: statuses({ new: 3, disqualified: 7 }) },
  some: { chance: 0.04, days: 45, statuses: statuses({ new: 4, assigned: 2, disqualified: 4 }) },
  warm: {
    chance: 0.25,
    days: 30,
    statuses: statuses({ new: 3, assigned: 3, accepted: 2, working: 2, disqualified: 1 }),
  },
  hot: { chance: 0.5, days: 20, statuses: statuses({ new: 2, assigned: 2, accepted: 2, working: 3, qualified: 1 }) },
  ready: { chance: 0.8, days: 10, statuses: statuses({ new: 1, assigned: 1, working: 4, qualified: 4 }) },
};

const campaigns = ['Spring offer', 'Trade fair', 'Webinar: getting started', 'Website', 'Customer stories'];
const messages = [
  'Could you send me an offer for 25 seats?',
  'We are looking for something that our whole team can use from January on.',
  'Does it work together with what we have?',
  'Please call me next week.',
  'I saw you at the fair and would like to see more.',
];
const reasons = ['No budget', 'No need', 'No answer', 'Wrong person', 'Bought elsewhere'];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const waits = (status: DemoLeadStatus) => status === 'new' || status === 'assigned';

/** How long a lead has been waiting for an answer: most of them for less than the day that they are promised, some for days. */
function waitingDays({ next, chance }: Random): number {
  return chance(0.75) ? 0.02 + 0.9 * next() : 1.1 + 5 * next();
}

/** The interests that people have shown; the same person always the same one, whoever else is asked for. */
export function leadsOf(
  contacts: Iterable<Pick<DemoContact, 'index' | 'interest' | 'createdAt'>>,
  seed: number,
  now: Date,
): DemoLead[] {
  const leads: DemoLead[] = [];
  for (const { index, interest, createdAt } of contacts) {
    const chances = random(seed, `lead ${index}`);
    const habit = habits[interest];
    if (!chances.chance(habit.chance)) continue;
    const knownDays = Math.max(0, (now.getTime() - createdAt.getTime()) / dayMs);
    const status = chances.pickWeighted(habit.statuses);
    const shown = waits(status)
      ? new Date(now.getTime() - Math.min(knownDays, waitingDays(chances)) * dayMs)
      : workingMoment(now, Math.min(habit.days, knownDays) * chances.next(), chances);
    const at = shown < createdAt ? createdAt : shown;
    const answeredMs = at.getTime() + (0.2 + 22 * chances.next() ** 2) * hourMs;
    leads.push({
      contactIndex: index,
      campaign: chances.pick(campaigns),
      message: chances.chance(0.5) ? chances.pick(messages) : null,
      status,
      disqualificationReason: status === 'disqualified' ? chances.pick(reasons) : null,
      at,
      answeredAt: waits(status) ? null : new Date(Math.min(now.getTime(), answeredMs)),
    });
  }
  return leads;
}
