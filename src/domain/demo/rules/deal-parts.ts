import type { DemoActivity } from './activities.ts';
import type { DemoContact } from './contacts.ts';
import type { DemoDeal } from './deals.ts';
import { type Random, random } from './random.ts';

export interface DemoProduct {
  name: string;
  code: string;
  family: string;
  /** In the currency of the workspace; whole, since not every currency has cents. */
  unitPrice: string;
}

/** What the workspace of the demo sells. */
export const demoProducts: readonly DemoProduct[] = [
  { name: 'Team licence', code: 'LIC-T', family: 'Licences', unitPrice: '480' },
  { name: 'Company licence', code: 'LIC-C', family: 'Licences', unitPrice: '6400' },
  { name: 'Onboarding day', code: 'SRV-O', family: 'Services', unitPrice: '1250' },
  { name: 'Training', code: 'SRV-T', family: 'Services', unitPrice: '890' },
  { name: 'Premium support', code: 'SUP-P', family: 'Support', unitPrice: '150' },
  { name: 'Data migration', code: 'SRV-M', family: 'Services', unitPrice: '2750' },
];

export interface DemoItem {
  /** Its place among the products. */
  product: number;
  quantity: number;
  /** Percent. */
  discount: number;
}

export interface DemoStakeholder {
  contactIndex: number;
  role: 'champion' | 'decision_maker' | 'blocker' | 'influencer' | 'user';
  notes: string | null;
}

export interface DemoCompetitor {
  name: string;
  strength: 'low' | 'medium' | 'high';
  notes: string | null;
}

export interface DealParts {
  /** The amount of the deal is their sum, where there are any. */
  items: DemoItem[];
  stakeholders: DemoStakeholder[];
  competitors: DemoCompetitor[];
}

const rivals = ['Brightledger', 'Tallfield', 'Opus & Lane', 'Northgate Suite'];
const rivalNotes = ['Cheaper, and slower to set up', 'Already used by one of their teams', null];
const notes = ['Wants it before the end of the quarter', 'Asks about security', 'Prefers what they have', null, null];
const otherRoles = ['influencer', 'user', 'blocker', 'champion'] as const;
const mostColleagues = 3;

/** What a deal is made of: for some of them what is sold; for most of those that are open who has a say in it, and against whom. */
export function partsOf(
  { contactIndex, outcome }: Pick<DemoDeal, 'contactIndex' | 'outcome'>,
  colleagues: readonly Pick<DemoContact, 'index'>[],
  seed: number,
): DealParts {
  const chances = random(seed, `parts ${contactIndex}`);
  const items = chances.chance(0.45) ? itemsOf(chances) : [];
  const interesting = outcome === 'open' ? 0.7 : 0.25;
  const stakeholders = chances.chance(interesting) ? stakeholdersOf(contactIndex, colleagues, chances) : [];
  const competitors = chances.chance(interesting / 2) ? [competitorOf(chances)] : [];
  return { items, stakeholders, competitors };
}

function itemsOf({ below, chance }: Random): DemoItem[] {
  const products = new Set(Array.from({ length: 1 + below(3) }, () => below(demoProducts.length)));
  return [...products].map((product) => ({
    product,
    quantity: product === 1 ? 1 : 1 + below(12),
    discount: chance(0.3) ? 2.5 * (1 + below(6)) : 0,
  }));
}

function stakeholdersOf(
  contactIndex: number,
  colleagues: readonly Pick<DemoContact, 'index'>[],
  { chance, pick }: Random,
): DemoStakeholder[] {
  const first = { contactIndex, role: chance(0.5) ? 'decision_maker' : 'champion', notes: pick(notes) } as const;
  const others = colleagues
    .filter((one) => one.index !== contactIndex)
    .slice(0, mostColleagues)
    .map(({ index }) => ({ contactIndex: index, role: pick(otherRoles), notes: pick(notes) }));
  return [first, ...others];
}

function competitorOf({ pick }: Random): DemoCompetitor {
  return { name: pick(rivals), strength: pick(['low', 'medium', 'high']), notes: pick(rivalNotes) };
}

const kinds = [
  { type: 'call', subjects: ['Talked about what they need', 'Call about the offer', 'Call about the price'] },
  { type: 'meeting', subjects: ['Showed the product', 'Met the team', 'Went through the offer'] },
  {
    type: 'note',
    subjects: ['The budget is there', 'They compare us with somebody else', 'The offer is with the board'],
  },
] as const;

/** What was done on a deal: something in each of the stages that it has been in. */
export function activitiesOfDeal(
  { contactIndex }: Pick<DemoDeal, 'contactIndex'>,
  way: readonly { at: Date }[],
  accountIndex: number,
  seed: number,
): DemoActivity[] {
  const chances = random(seed, `deal's activities ${contactIndex}`);
  return way.flatMap(({ at }, index) => {
    const next = way[index + 1];
    if (!next) return [];
    const { type, subjects } = chances.pick(kinds);
    const durationMinutes = type === 'note' ? null : 15 * (1 + chances.below(4));
    const ms = (next.at.getTime() - at.getTime()) * chances.next();
    const subject = chances.pick(subjects);
    return [{ contactIndex, accountIndex, type, subject, at: new Date(at.getTime() + ms), durationMinutes }];
  });
}
