import { recordsMeant, ruleEvents } from '#domain/records/tasks';
import type { Context } from '#platform/context';
import { defineHandler, eventCatalogue, type LoggedEvent } from '#platform/events';
import { conditionOfRule } from '../condition.ts';
import { raise, switchOff } from '../raise.ts';
import { eventBecause } from '../rules/occasion.ts';
import { type RuleRow, rulesFor } from '../store/rules.ts';

/** Tells of what rules wait for. */
export const raiseOnEvents = defineHandler({
  name: 'escalations.raise',
  summary: 'Tells whoever rules of escalation say when something happens.',
  on: ruleEvents,
  async run(context, events) {
    const rules = await rulesFor(context.tx, [...new Set(events.map(({ type }) => type))]);
    for (const rule of rules) await applyRule(context, rule, events);
  },
});

async function applyRule(context: Context, rule: RuleRow, events: readonly LoggedEvent[]): Promise<void> {
  const trigger = { event: rule.event ?? '', data: rule.data, filter: rule.filter };
  for (const event of events) {
    const meant = await recordsMeant(context, trigger, event);
    if (meant === 'nothing') continue;
    if (!meant) return switchOff(context, rule);
    const summary = eventCatalogue().get(event.type)?.summary ?? event.type;
    const because = eventBecause(summary, await conditionOfRule(context, meant.object, rule));
    const occasions = meant.ids.map((recordId) => ({ recordId, key: `event ${event.id}`, because }));
    await raise(context, rule, meant.object, occasions);
  }
}
