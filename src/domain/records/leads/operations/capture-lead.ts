import { z } from 'zod';
import { normaliseEmail, normaliseUrl } from '#domain/matching';
import type { Values } from '#platform/changes';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { captureLeads } from '../capture-leads.ts';
import { lead } from '../fields.ts';
import { capturedFrom } from '../lead-input.ts';
import { leadOfForm } from '../rules/captured-form.ts';

export const captureLead = defineOperation({
  name: 'leads.capture',
  summary:
    'Takes in a lead from a form or another system, in whatever words it comes; the answer tells nothing of who is known.',
  kind: 'write',
  permission: 'leads:capture',
  route: { method: 'POST', path: '/leads/capture', status: 202 },
  input: z
    .record(z.string().max(255), z.unknown())
    .refine((form) => Object.keys(form).length <= 200, 'must have 200 fields at most')
    .meta({ description: 'The fields of the form, as {"email":…,"name":…,"company":…,"message":…}.' }),
  output: z.object({ id: z.string(), status: z.literal('received') }),
  async run(context, form) {
    const captured = await capturedFrom(context, withoutBadAddresses(leadOfForm(form)));
    const [made] = await captureLeads(context, [captured]);
    return { id: publicId(lead.prefix, made?.id ?? ''), status: 'received' as const };
  },
});

/** A mistyped address does not cost the lead: it is kept as it was written. */
function withoutBadAddresses(input: Values): Values {
  const { email, website, ...rest } = input as { email?: string; website?: string } & Values;
  const more = { ...(rest.enrichment as Values | undefined) };
  const keep = (name: string, value: string | undefined, isGood: (text: string) => boolean) => {
    if (value === undefined) return;
    if (isGood(value)) rest[name] = value;
    else more[name] = value;
  };
  keep('email', email, (text) => normaliseEmail(text).value !== undefined);
  keep('website', website, (text) => normaliseUrl(text).value !== undefined);
  return Object.keys(more).length > 0 ? { ...rest, enrichment: more } : rest;
}
