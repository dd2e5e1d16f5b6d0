import { defineHandler } from '#platform/events';
import { applyRule } from '../apply-rule.ts';
import { ruleEvents } from '../rules/rule-events.ts';
import { rulesFor } from '../store/rules.ts';

/** Makes the tasks that rules ask for. */
export const applyRules = defineHandler({
  name: 'tasks.rules',
  summary: 'Makes the tasks that rules ask for when something happens.',
  on: ruleEvents,
  async run(context, events) {
    const rules = await rulesFor(context.tx, [...new Set(events.map(({ type }) => type))]);
    for (const rule of rules) await applyRule(context, rule, events);
  },
});
