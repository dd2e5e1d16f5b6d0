import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, refuseMissing } from '#platform/operations';
import { checkedValues, createRecords, getRecord } from '#platform/records';
import { stakeholder, stakeholderRoles } from '../fields.ts';

export const addStakeholder = defineOperation({
  name: 'deals.addStakeholder',
  summary: 'Adds somebody who has a say in a deal: champion, decision maker, blocker, influencer or user.',
  kind: 'write',
  permission: 'stakeholders:write',
  route: { method: 'POST', path: '/deals/:id/stakeholders', status: 201 },
  positional: ['id'],
  subject: 'deal',
  answers: 'stakeholder',
  input: z.strictObject({
    id: idSchema('deal'),
    contactId: idSchema('contact'),
    role: z.enum(stakeholderRoles),
    notes: z.string().max(10_000).nullish(),
  }),
  problems: ['conflict'],
  async run(context, { id, ...given }) {
    await refuseMissing('deal', id, context.sql);
    const set = await checkedValues(context, stakeholder, given);
    const [written] = await createRecords(context, stakeholder, [{ ...set, dealId: id }]);
    return getRecord(context, stakeholder, written?.id ?? '');
  },
});
