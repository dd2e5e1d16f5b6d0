import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { shownScores } from '../shown-scores.ts';
import { contactsWithLeads, setLeadScores } from '../store/leads.ts';

const mostAtOnce = 1000;

export const regradeChunk = defineOperation({
  name: 'leads.regradeChunk',
  summary: 'Gives the leads of the next thousand contacts their scores and grades anew.',
  kind: 'write',
  reach: 'workspace',
  permission: 'leads:write',
  input: z.strictObject({ after: z.uuid().optional() }),
  async run(context, { after }) {
    const contactIds = await contactsWithLeads(context.tx, after, mostAtOnce);
    const changed = await setLeadScores(context.tx, [...(await shownScores(context, contactIds)).values()]);
    return { changed, next: contactIds.length === mostAtOnce ? contactIds.at(-1) : undefined };
  },
});
