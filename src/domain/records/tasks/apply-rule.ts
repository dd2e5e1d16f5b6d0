import type { Context } from '#platform/context';
import { asProblem } from '#platform/errors';
import type { LoggedEvent } from '#platform/events';
import { type ObjectType, objectCatalogue } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { createRecords, currentValues, namesOf, updateRecords } from '#platform/records';
import { task, taskRule } from './fields.ts';
import { type MadeTask, madeTask, saysAll, taskOf } from './rules/made-task.ts';
import { meeting, type RuleRow } from './store/rules.ts';
import { zonesOf } from './store/zones.ts';

/**
 * Makes the tasks of a rule for the records of events. A rule that cannot be applied any more, such as one that filters by a field that is gone,
 * is switched off and that is told: it must hold up neither the others nor what comes after.
 */
export async function applyRule(context: Context, rule: RuleRow, events: readonly LoggedEvent[]): Promise<void> {
  const heard = events.filter((event) => event.type === rule.event && saysAll(rule.data, event.data));
  for (const event of heard) {
    const object = event.object === null ? undefined : objectCatalogue().get(event.object);
    if (!object || event.recordIds.length === 0) continue;
    const made = madeTask.safeParse(rule.task);
    const ids = made.success ? await idsFor(context, rule, object, event.recordIds) : undefined;
    if (!made.success || !ids) return switchOff(context, rule);
    await makeTasks(context, rule, made.data, object, ids, event.at);
  }
}

/** The records of an event that a rule means; undefined when its filter cannot be read. */
async function idsFor(
  context: Context,
  rule: RuleRow,
  object: ObjectType,
  recordIds: readonly string[],
): Promise<string[] | undefined> {
  try {
    return await meeting(context, object, recordIds, rule.filter);
  } catch (error) {
    if (!['unknown_field', 'validation_failed', 'not_found'].includes(asProblem(error).code)) throw error;
    return undefined;
  }
}

async function switchOff(context: Context, rule: RuleRow): Promise<void> {
  await updateRecords(context, taskRule, [{ id: rule.id, set: { enabled: false } }], { skipMissing: true });
  context.emit({ type: 'crm.taskRule.stopped', object: 'taskRule', recordIds: [rule.id] });
}

async function makeTasks(
  context: Context,
  rule: RuleRow,
  made: MadeTask,
  object: ObjectType,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const [values, names] = await Promise.all([currentValues(context, object, ids), namesOf(context, object, ids)]);
  const given = made.assigneeId === undefined ? null : (tryParseId('us', made.assigneeId) ?? null);
  const assigneeOf = (id: string) => {
    if (made.assignTo !== 'owner') return given;
    const { ownerId, assigneeId } = values.get(id) ?? {};
    return ((ownerId ?? assigneeId) as string | null | undefined) ?? null;
  };
  const assignees = [...new Set(ids.map(assigneeOf).filter((id) => id !== null))];
  const zoneOf = await zonesOf(context.tx, assignees);
  const sets = ids.map((id) => {
    const subject = { kind: object.name, id, name: names.get(id) ?? '', values: values.get(id) ?? {} };
    const assigneeId = assigneeOf(id);
    return taskOf(made, subject, rule.id, at, { assigneeId, zone: zoneOf(assigneeId) });
  });
  await createRecords(context, task, sets);
}
