import { describedTask, makeTasks, ownerOf, subjectsOf } from '#domain/records/tasks';
import type { Context } from '#platform/context';
import { asProblem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { updateRecords } from '#platform/records';
import { escalationRule } from './fields.ts';
import { whomToTell } from './rules/tell.ts';
import { chainsOf } from './store/chains.ts';
import { type Escalation, noteEscalations } from './store/log.ts';
import type { RuleRow } from './store/rules.ts';
import { tellSchema } from './tell-input.ts';

/** Something about a record that a rule has been waiting for. */
export interface Occasion {
  recordId: string;
  /** The same for the same occasion: it is told once. */
  key: string;
  because: string;
}

/** Occasions as they would be told: to whom, and why. */
export async function escalationsOf(
  context: Context,
  rule: RuleRow,
  object: ObjectType,
  some: readonly Occasion[],
): Promise<Escalation[]> {
  const tell = tellSchema.parse(rule.tell);
  const subjects = await subjectsOf(context, object, [...new Set(some.map(({ recordId }) => recordId))]);
  const owners = [...subjects.values()].flatMap((subject) => ownerOf(subject) ?? []);
  const chains = await chainsOf(context.sql, [...new Set([...owners, ...tell.userIds])], tell.roles);
  return some.flatMap(({ recordId, key, because }) => {
    const subject = subjects.get(recordId);
    if (!subject) return [];
    const userIds = whomToTell(tell, ownerOf(subject), chains);
    return [{ ruleId: rule.id, object: object.name, recordId, occasion: key, userIds, because }];
  });
}

/** Tells of occasions that have not been told, notes why, and makes the task of the rule for each who is told. Answers how many were new. */
export async function raise(
  context: Context,
  rule: RuleRow,
  object: ObjectType,
  some: readonly Occasion[],
): Promise<number> {
  const fresh = await noteEscalations(context, await escalationsOf(context, rule, object, some));
  for (const { recordId, userIds, because } of fresh) {
    const data = {
      recordId: publicId(object.prefix, recordId),
      ruleId: publicId(escalationRule.prefix, rule.id),
      rule: rule.name,
      userIds: userIds.map((id) => publicId('us', id)),
      because,
    };
    context.emit({ type: 'crm.escalation.raised', object: object.name, recordIds: [recordId], data });
  }
  if (rule.task && fresh.length > 0) await makeTheirTasks(context, rule, object, fresh);
  return fresh.length;
}

async function makeTheirTasks(
  context: Context,
  rule: RuleRow,
  object: ObjectType,
  fresh: readonly Escalation[],
): Promise<void> {
  const ids = [...new Set(fresh.map(({ recordId }) => recordId))];
  const subjects = await subjectsOf(context, object, ids);
  const wanted = fresh.flatMap(({ recordId, userIds }) => {
    const subject = subjects.get(recordId);
    return subject ? userIds.map((assigneeId) => ({ subject, assigneeId })) : [];
  });
  await makeTasks(context, describedTask(rule.task), { ruleId: null, at: context.now }, wanted);
}

/** A rule that cannot be applied any more is switched off, which is told: it must not hold up the others. */
export async function switchOff(context: Context, rule: RuleRow): Promise<void> {
  await updateRecords(context, escalationRule, [{ id: rule.id, set: { enabled: false } }], { skipMissing: true });
  context.emit({ type: 'crm.escalation_rule.stopped', object: escalationRule.name, recordIds: [rule.id] });
}

/** What `find` finds, or undefined where the filter of a rule cannot be read any more. */
export async function unlessUnreadable<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (!['unknown_field', 'validation_failed', 'not_found'].includes(asProblem(error).code)) throw error;
    return undefined;
  }
}
