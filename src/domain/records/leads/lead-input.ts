import { z } from 'zod';
import { splitPersonName } from '#domain/matching';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { idSchema, inputShape } from '#platform/fields';
import { checkedValues } from '#platform/records';
import type { Captured } from './capture-leads.ts';
import { lead } from './fields.ts';

/** What a new lead may be given: its fields, whose it is, and a whole name instead of its parts. */
export const newLeadInput = z.strictObject({
  ...inputShape(lead.fields.values(), 'create'),
  contactId: idSchema('contact').optional(),
  name: z.string().max(511).optional().meta({ description: 'The whole name, where it is not given in two parts.' }),
  customFields: z
    .record(z.string().max(64), z.unknown())
    .optional()
    .meta({ description: 'Values of fields that the workspace has added.' }),
}) as unknown as z.ZodType<Values, Values>;

/** An input as a lead on its way in. Errors: `unknown_field`, `validation_failed`. */
export async function capturedFrom(context: Context, input: Values): Promise<Captured> {
  const { contactId, name, ...given } = input as Values & { contactId?: string; name?: string };
  const values = await checkedValues(context, lead, given, { whole: true });
  if (name && !values.firstName && !values.lastName) Object.assign(values, namesIn(name));
  // A key belongs to one source, so its name tells the source.
  if (!values.source && (values.sourceKey || context.actor.type === 'key'))
    values.source = context.actor.name.slice(0, 100);
  return { values, contactId };
}

function namesIn(name: string): Values {
  const split = splitPersonName(name).value;
  if (!split) return { firstName: name.trim().slice(0, 255) };
  return { firstName: split.first ?? null, lastName: split.last ?? null };
}
