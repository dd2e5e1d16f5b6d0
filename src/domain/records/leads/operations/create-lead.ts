import { defineOperation } from '#platform/operations';
import { answerSoon } from '#platform/records';
import { captureLeads } from '../capture-leads.ts';
import { lead } from '../fields.ts';
import { capturedFrom, newLeadInput } from '../lead-input.ts';

export const createLead = defineOperation({
  name: 'leads.create',
  summary:
    'Creates a lead with the contact whose interest it is: found by e-mail address, or made; it is scored and routed at once.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads', status: 201 },
  tool: true,
  input: newLeadInput,
  async run(context, input) {
    const [made] = await captureLeads(context, [await capturedFrom(context, input)]);
    return answerSoon(context, lead, made?.id ?? '');
  },
});
