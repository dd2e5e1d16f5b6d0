import type { Context } from '#platform/context';
import type { LoggedEvent } from '#platform/events';
import { tryParseId } from '#platform/ids';
import { updateRecords } from '#platform/records';
import { taskRule } from './fields.ts';
import { makeTasks, ownerOf, subjectsOf } from './make-tasks.ts';
import { madeTask } from './rules/made-task.ts';
import type { RuleRow } from './store/rules.ts';
import { recordsMeant } from './trigger.ts';

/**
 * Makes the tasks of a rule for the records of events. A rule that cannot be applied any more, such as one that filters by a field that is gone,
 * is switched off and that is told: it must hold up neither the others nor what comes after.
 */
export async function applyRule(context: Context, rule: RuleRow, events: readonly LoggedEvent[]): Promise<void> {
  const made = madeTask.safeParse(rule.task);
  for (const event of events) {
    const meant = await recordsMeant(context, rule, event);
    if (meant === 'nothing') continue;
    if (!made.success || !meant) return switchOff(context, rule);
    const { assignTo, assigneeId } = made.data;
    const given = assigneeId === undefined ? null : (tryParseId('us', assigneeId) ?? null);
    const subjects = [...(await subjectsOf(context, meant.object, meant.ids)).values()];
    const wanted = subjects.map((subject) => ({
      subject,
      assigneeId: assignTo === 'owner' ? ownerOf(subject) : given,
    }));
    await makeTasks(context, made.data, { ruleId: rule.id, at: event.at }, wanted);
  }
}

async function switchOff(context: Context, rule: RuleRow): Promise<void> {
  await updateRecords(context, taskRule, [{ id: rule.id, set: { enabled: false } }], { skipMissing: true });
  context.emit({ type: 'crm.taskRule.stopped', object: 'taskRule', recordIds: [rule.id] });
}
