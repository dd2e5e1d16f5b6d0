import type { DemoContact } from './contacts.ts';
import type { Interest } from './interest.ts';
import { workingMoment } from './places.ts';
import { type Random, random } from './random.ts';

export type DemoActivity = {
  contactIndex: number;
  accountIndex: number;
  type: string;
  subject: string;
  at: Date;
  durationMinutes: number | null;
};

type Habit = { type: string; times: number };

/** What people of an interest do on average; the last days count most. */
const habits: Record<Interest, { withinDays: number; does: readonly Habit[] }> = {
  none: { withinDays: 90, does: [] },
  some: {
    withinDays: 90,
    does: [
      { type: 'email_open', times: 1.2 },
      { type: 'website_visit', times: 0.6 },
      { type: 'email_click', times: 0.2 },
    ],
  },
  warm: {
    withinDays: 30,
    does: [
      { type: 'email_open', times: 5 },
      { type: 'email_click', times: 3 },
      { type: 'website_visit', times: 4 },
      { type: 'content_download', times: 1 },
      { type: 'pricing_page_view', times: 2 },
      { type: 'call', times: 1.5 },
      { type: 'meeting', times: 0.5 },
    ],
  },
  hot: {
    withinDays: 25,
    does: [
      { type: 'email_open', times: 5 },
      { type: 'email_click', times: 3 },
      { type: 'email_reply', times: 1 },
      { type: 'website_visit', times: 5 },
      { type: 'pricing_page_view', times: 2 },
      { type: 'demo_request', times: 0.7 },
      { type: 'call', times: 1.5 },
      { type: 'meeting', times: 1 },
    ],
  },
  ready: {
    withinDays: 12,
    does: [
      { type: 'email_open', times: 6 },
      { type: 'email_click', times: 4 },
      { type: 'email_reply', times: 2 },
      { type: 'website_visit', times: 6 },
      { type: 'pricing_page_view', times: 4 },
      { type: 'demo_request', times: 1.3 },
      { type: 'trial_signup', times: 0.7 },
      { type: 'contact_sales_form', times: 0.7 },
      { type: 'call', times: 2 },
      { type: 'meeting', times: 2.5 },
    ],
  },
};

/** How much of it was earlier than in these last days, over all the time that they are known. */
const longAgoShare: Record<Interest, number> = { none: 0, some: 0.6, warm: 0.5, hot: 0.4, ready: 0.3 };

const subjects: Record<string, readonly string[]> = {
  email_open: ['Opened “What changes in spring”', 'Opened “Three things we learned”', 'Opened “Your invitation”'],
  email_click: ['Clicked “See the prices”', 'Clicked “Read the story”', 'Clicked “Choose a date”'],
  email_reply: ['Re: Your question about the roll-out', 'Re: Offer for 25 seats', 'Re: Meeting next week'],
  website_visit: [
    'Visited the front page',
    'Read about integrations',
    'Read a customer story',
    'Searched the documentation',
  ],
  content_download: ['Downloaded the buyer’s guide', 'Downloaded the security paper'],
  pricing_page_view: ['Looked at the prices'],
  demo_request: ['Asked for a demo'],
  trial_signup: ['Signed up for a trial'],
  contact_sales_form: ['Filled in the contact form'],
  call: ['First call', 'Call about requirements', 'Follow-up call', 'Call about the offer'],
  meeting: ['Introduction', 'Product demonstration', 'Meeting with the technical team', 'Review of the offer'],
};

const dayMs = 86_400_000;

/**
 * What the given people have done, person by person and each in order of time; nothing before a person was known and
 * nothing after `now`. The types are those of the shipped scoring model.
 */
export function* generateActivities(
  contacts: Iterable<Pick<DemoContact, 'index' | 'accountIndex' | 'createdAt' | 'interest'>>,
  seed: number,
  now: Date,
): Generator<DemoActivity, void, undefined> {
  const chances = random(seed, 'activities');
  for (const { index, accountIndex, createdAt, interest } of contacts) {
    const { withinDays, does } = habits[interest];
    const knownDays = Math.max(0, (now.getTime() - createdAt.getTime()) / dayMs);
    const days = Math.min(withinDays, knownDays);
    const own: DemoActivity[] = [];
    for (const { type, times } of does) {
      for (let left = timesOf(times, chances); left > 0; left -= 1) {
        const longAgo = chances.chance(longAgoShare[interest]);
        const daysAgo = longAgo ? days + (knownDays - days) * chances.next() : days * chances.next() ** 1.5;
        const at = workingMoment(now, daysAgo, chances);
        own.push({
          contactIndex: index,
          accountIndex,
          type,
          subject: chances.pick(subjects[type] ?? [type]),
          at: at < createdAt ? createdAt : at,
          durationMinutes:
            type === 'call' ? 5 + chances.below(30) : type === 'meeting' ? 30 + 15 * chances.below(5) : null,
        });
      }
    }
    yield* own.sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}

/** Whole times around the average: between half of it and half more. */
function timesOf(average: number, { next }: Random): number {
  return Math.floor(average * (0.5 + next()) + next());
}
