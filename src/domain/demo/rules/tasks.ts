import type { DemoDeal } from './deals.ts';
import type { DemoLead } from './leads.ts';
import { type Random, random, weighted } from './random.ts';

export interface DemoTask {
  subject: string;
  priority: 'low' | 'normal' | 'high';
  /** The day on which it is due. */
  dueAt: Date;
  /** When it was done; null while it is open. */
  doneAt: Date | null;
  at: Date;
}

type Due = 'done' | 'overdue' | 'today' | 'ahead';

const dues = weighted<Due>(['done', 'overdue', 'today', 'ahead'], (due) =>
  due === 'ahead' ? 5 : due === 'done' ? 3 : due === 'today' ? 2 : 1.2,
);
const forDeals = [
  'Send the offer',
  'Call about the price',
  'Prepare the meeting',
  'Ask for the order',
  'Send the contract',
];
const forLeads = ['Call back', 'Send the material', 'Find out who decides', 'Offer a date'];

const dayMs = 86_400_000;

/** What somebody has to do about an open deal, for half of them. */
export function taskOfDeal({ contactIndex, outcome, since }: DemoDeal, seed: number, now: Date): DemoTask | undefined {
  const chances = random(seed, `task of deal ${contactIndex}`);
  return outcome === 'open' && chances.chance(0.5) ? taskOf(forDeals, since, now, chances) : undefined;
}

/** What somebody has to do about a lead that they have taken on, for half of them. */
export function taskOfLead({ contactIndex, status, at }: DemoLead, seed: number, now: Date): DemoTask | undefined {
  const chances = random(seed, `task of lead ${contactIndex}`);
  const taken = status === 'accepted' || status === 'working' || status === 'qualified';
  return taken && chances.chance(0.5) ? taskOf(forLeads, at, now, chances) : undefined;
}

function taskOf(subjects: readonly string[], at: Date, now: Date, chances: Random): DemoTask {
  const due = chances.pickWeighted(dues);
  const days = daysTo(due, chances);
  return {
    subject: chances.pick(subjects),
    priority: chances.pick(['low', 'normal', 'normal', 'normal', 'high']),
    dueAt: new Date(now.getTime() + days * dayMs),
    doneAt: due === 'done' ? new Date(Math.max(at.getTime(), now.getTime() + (days - 0.3) * dayMs)) : null,
    at,
  };
}

function daysTo(due: Due, { below }: Random): number {
  if (due === 'today') return 0;
  if (due === 'ahead') return 1 + below(21);
  return -(1 + below(due === 'overdue' ? 6 : 30));
}
