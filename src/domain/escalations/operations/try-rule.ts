import { z } from 'zod';
import { meeting } from '#domain/records/tasks';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { eventCatalogue } from '#platform/events';
import { anyIdSchema, idSchema, type ObjectType, objectNamed, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { getRecord, refuseUnreadable } from '#platform/records';
import { conditionOfRule } from '../condition.ts';
import { escalationsOf, type Occasion } from '../raise.ts';
import { eventBecause } from '../rules/occasion.ts';
import { looksOf, nextOccasions, standingObject } from '../standing-deals.ts';
import { toldOccasions } from '../store/log.ts';
import { type RuleRow, ruleById } from '../store/rules.ts';

const mostShown = 100;

export const tryRule = defineOperation({
  name: 'escalationRules.try',
  summary:
    'Says what a rule would tell now, to whom and why; nobody is told. A rule that waits for an event is tried with a record.',
  kind: 'read',
  permission: 'escalationRules:read',
  route: { method: 'POST', path: '/escalation-rules/:id/try' },
  positional: ['id'],
  subject: 'escalationRule',
  input: z.strictObject({
    id: idSchema('escalationRule'),
    recordId: anyIdSchema().optional().meta({ description: 'The record that the event would be about.' }),
  }),
  output: z.object({
    data: z.array(
      z.object({ recordId: z.string(), userIds: z.array(z.string()), because: z.string(), told: z.boolean() }),
    ),
    more: z.boolean(),
  }),
  async run(context, { id, recordId }) {
    const rule = await ruleById(context.sql, id);
    if (!rule) throw missing('escalationRule', id);
    const object = objectOf(rule);
    refuseUnreadable(context, [object]);
    const occasions =
      rule.when === 'event' ? await ofRecord(context, rule, object, recordId) : await standing(context, rule);
    const shown = occasions.slice(0, mostShown);
    const ids = shown.map((one) => one.recordId);
    const [found, told] = await Promise.all([
      escalationsOf(context, rule, object, shown),
      toldOccasions(context.sql, rule.id, ids),
    ]);
    const data = found.map((one) => ({
      recordId: publicId(object.prefix, one.recordId),
      userIds: one.userIds.map((user) => publicId('us', user)),
      because: one.because,
      told: told.has(`${one.recordId} ${one.occasion}`),
    }));
    return { data, more: occasions.length > shown.length };
  },
});

function objectOf(rule: RuleRow): ObjectType {
  return rule.when === 'event' ? objectNamed(eventCatalogue().get(rule.event ?? '')?.object ?? '') : standingObject();
}

/** What the event of a rule would bring if it were about a record. */
async function ofRecord(
  context: Context,
  rule: RuleRow,
  object: ObjectType,
  recordId: string | undefined,
): Promise<Occasion[]> {
  const ref = recordId === undefined ? undefined : recordRef(recordId);
  if (ref?.object.name !== object.name) {
    const message = `is the id of a ${object.name}, which this rule is about`;
    throw new Problem('validation_failed', {
      detail: `recordId ${message}.`,
      mistakes: [{ path: 'recordId', message }],
    });
  }
  await getRecord(context, object, ref.id, { fields: [] });
  const summary = eventCatalogue().get(rule.event ?? '')?.summary ?? '';
  const because = eventBecause(summary, await conditionOfRule(context, object, rule));
  const ids = await meeting(context, object, [ref.id], rule.filter);
  return ids.map((id) => ({ recordId: id, key: 'event', because }));
}

/** What a timed rule finds now: one more than is shown, at most. */
async function standing(context: Context, rule: RuleRow): Promise<Occasion[]> {
  const found: Occasion[] = [];
  for (const look of await looksOf(context, rule)) {
    const left = mostShown + 1 - found.length;
    if (left > 0) found.push(...(await nextOccasions(context, look, left)).occasions);
  }
  return found;
}
