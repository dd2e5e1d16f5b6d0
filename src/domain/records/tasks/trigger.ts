import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { asProblem, Problem } from '#platform/errors';
import { eventCatalogue, type LoggedEvent } from '#platform/events';
import { type ObjectType, objectCatalogue } from '#platform/fields';
import { listCondition } from '#platform/records';
import { saysAll } from './rules/made-task.ts';
import { ruleEvents } from './rules/rule-events.ts';
import { meeting } from './store/rules.ts';

/** When a rule acts: something happens, the event says this, and that holds for its record. */
export interface Trigger {
  event: string;
  data: Values | null;
  filter: unknown;
}

/** The type of event that a name or another name of it means, among those that rules may wait for. Errors: `validation_failed`. */
function eventNamed(name: string): string {
  const named = [...eventCatalogue().values()].find(({ type, aliases }) => type === name || aliases?.includes(name));
  if (named && ruleEvents.includes(named.type)) return named.type;
  const known = ruleEvents.filter((type) => eventCatalogue().has(type));
  const message = `must be one that rules may wait for: ${known.join(', ')}`;
  throw new Problem('validation_failed', { detail: `event: ${message}.`, mistakes: [{ path: 'event', message }] });
}

/** Brings the trigger of a rule that is about to be written in order. Errors: `validation_failed`, `unknown_field`. */
export async function checkTrigger(context: Context, set: Values, before: Values | undefined): Promise<void> {
  if (typeof set.event === 'string') set.event = eventNamed(set.event);
  if (set.filter === undefined && set.event === undefined) return;
  const { filter = before?.filter, event = before?.event } = set;
  const object = eventCatalogue().get(String(event))?.object;
  const known = object === undefined ? undefined : objectCatalogue().get(object);
  if (filter && known) await listCondition(context, known, { filter });
}

/** The records of an event that a trigger means, with their kind; undefined when its filter cannot be read any more. */
export async function recordsMeant(
  context: Context,
  trigger: Trigger,
  event: LoggedEvent,
): Promise<{ object: ObjectType; ids: string[] } | 'nothing' | undefined> {
  if (event.type !== trigger.event || !saysAll(trigger.data, event.data)) return 'nothing';
  const object = event.object === null ? undefined : objectCatalogue().get(event.object);
  if (!object || event.recordIds.length === 0) return 'nothing';
  try {
    return { object, ids: await meeting(context, object, event.recordIds, trigger.filter) };
  } catch (error) {
    if (!['unknown_field', 'validation_failed', 'not_found'].includes(asProblem(error).code)) throw error;
    return undefined;
  }
}
