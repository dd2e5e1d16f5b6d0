import type { DemoActivity } from './activities.ts';
import type { DemoDeal } from './deals.ts';
import { random } from './random.ts';

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
