import { z } from 'zod';
import { deal } from '#domain/records/deals';
import type { Values } from '#platform/changes';
import { idSchema, inputShape } from '#platform/fields';
import type { Wish } from './convert-lead.ts';
import { lead } from './fields.ts';

const ofConversion = new Set(['name', 'leadId', 'contactId', 'source']);
const dealFields = [...deal.fields.values()].filter(({ name }) => !ofConversion.has(name));

/** A lead, and what its deal is to be: any field of a deal, and the name. */
export const conversionInput = z.strictObject({
  id: idSchema(lead.name),
  dealName: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'What the deal is called; company and campaign unless told.' }),
  ...inputShape(dealFields, 'update'),
  customFields: z
    .record(z.string().max(64), z.unknown())
    .optional()
    .meta({ description: 'Values of fields that the workspace has added to deals.' }),
}) as unknown as z.ZodType<Values & { id: string }, Values & { id: string }>;

/** What is wished of a conversion. */
export function wishOf({ dealName, accountId, id: _, ...values }: Values): Wish {
  return { dealName: dealName as string | undefined, accountId: accountId as string | null | undefined, deal: values };
}

/** What a conversion answers. */
export const conversionAnswer = z.object({
  changeSetId: z.string().meta({ description: 'Give it to changes.undo to take the conversion back.' }),
  lead: z.looseObject({ id: z.string() }),
  deal: z.looseObject({ id: z.string() }),
  dealId: z.string(),
  contactId: z.string(),
  accountId: z.string().nullable(),
});
