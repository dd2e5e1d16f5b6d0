import { defineOperation } from '#platform/operations';
import { conversionAnswer, conversionInput, wishOf } from '../conversion-input.ts';
import { convertLead } from '../convert-lead.ts';

export const convertNamedLead = defineOperation({
  name: 'leads.convertNamed',
  summary: 'Makes the lead that the body names into a deal; the same as leads.convert under another address.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/convert' },
  input: conversionInput,
  problems: ['not_found', 'already_converted', 'conflict', 'stage_requires'],
  output: conversionAnswer,
  run: (context, input) => convertLead(context, input.id, wishOf(input)),
});
