import { defineOperation } from '#platform/operations';
import { conversionAnswer, conversionInput, wishOf } from '../conversion-input.ts';
import { convertLead } from '../convert-lead.ts';
import { lead } from '../fields.ts';

export const convertOneLead = defineOperation({
  name: 'leads.convert',
  summary: 'Makes one lead into a deal, with its account and contact found or made, in one step that can be undone.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/convert' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  input: conversionInput,
  problems: ['already_converted', 'conflict', 'stage_requires'],
  output: conversionAnswer,
  run: (context, input) => convertLead(context, input.id, wishOf(input)),
});
