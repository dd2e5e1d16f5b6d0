import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { raise, switchOff, unlessUnreadable } from '../raise.ts';
import { scheduleLook } from '../schedule.ts';
import { looksOf, nextOccasions, standingObject } from '../standing-deals.ts';
import { timedRules } from '../store/rules.ts';

const chunkSize = 500;

/** Where the next chunk begins: the rule, which of its looks, and behind which deal. */
const place = z.object({ rule: z.uuid(), look: z.number().int(), after: z.uuid().optional() });
export type Place = z.output<typeof place>;

export const lookChunk = defineOperation({
  name: 'escalationRules.lookChunk',
  summary: 'Tells of the next five hundred deals that a timed rule means, each occasion once.',
  kind: 'write',
  permission: 'escalationRules:write',
  input: z.strictObject({ from: place.optional() }),
  async run(context, { from }): Promise<{ raised: number; next: Place | undefined }> {
    const rules = await timedRules(context.tx);
    const at = from ? rules.findIndex(({ id }) => id === from.rule) : 0;
    const rule = rules[at];
    if (!from && rules.length > 0) scheduleLook(context, 'next hour');
    if (!rule) return { raised: 0, next: undefined };
    const following = rules[at + 1] && { rule: rules[at + 1]?.id ?? '', look: 0 };
    const index = from?.look ?? 0;
    const looks = await looksOf(context, rule);
    const look = looks[index];
    if (!look) return { raised: 0, next: following };
    const found = await unlessUnreadable(() => nextOccasions(context, look, chunkSize, from?.after));
    if (!found) {
      await switchOff(context, rule);
      return { raised: 0, next: following };
    }
    const raised = await raise(context, rule, standingObject(), found.occasions);
    if (found.next) return { raised, next: { rule: rule.id, look: index, after: found.next } };
    return { raised, next: looks[index + 1] ? { rule: rule.id, look: index + 1 } : following };
  },
});
