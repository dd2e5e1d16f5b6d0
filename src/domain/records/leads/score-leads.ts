import { z } from 'zod';
import { getScore, scoreAnswer, scoreContacts } from '#domain/scoring';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { currentValues, refuseUnreadSums } from '#platform/records';
import { lead } from './fields.ts';
import { shownScores } from './shown-scores.ts';
import { setLeadScores } from './store/leads.ts';

/** The contacts of leads, by lead; null where the person is not known any more. Errors: `not_found`. */
async function contactsOf(context: Context, ids: readonly string[]): Promise<Map<string, string | null>> {
  const stored = await currentValues(context, lead, ids);
  const contacts = new Map<string, string | null>();
  for (const id of ids) {
    const values = stored.get(id);
    if (!values || values.deletedAt) throw missing(lead.name, id);
    contacts.set(id, values.contactId as string | null);
  }
  return contacts;
}

/** Scores the contacts of leads on what is known now; all of their leads show it. Answers the scores in the order of `ids`. */
export async function scoreLeads(context: Context, ids: readonly string[]) {
  await refuseUnreadSums(context, lead, ['score']);
  const contacts = await contactsOf(context, ids);
  const contactIds = [...new Set([...contacts.values()].filter((id) => id !== null))].sort();
  await scoreContacts(context, contactIds);
  const shown = await shownScores(context, contactIds);
  await setLeadScores(context.tx, [...shown.values()]);
  return ids.map((id) => {
    const { score, tier, grade } = shown.get(contacts.get(id) ?? '') ?? { score: null, tier: null, grade: null };
    return { id: publicId(lead.prefix, id), score, tier, grade };
  });
}

/** What `explainedScore` answers. */
export const explainedAnswer = scoreAnswer.extend({ id: z.string(), contactId: z.string() });

/** The score of a lead with its reasons, as that of its contact. Errors: `conflict` when the person is not known any more. */
export async function explainedScore(context: Context, id: string) {
  await refuseUnreadSums(context, lead, ['score']);
  const contactId = (await contactsOf(context, [id])).get(id);
  if (!contactId)
    throw new Problem('conflict', { detail: 'The person whose interest this lead was is not known any more.' });
  const score = await context.call(getScore, { id: contactId });
  return { id: publicId(lead.prefix, id), contactId: publicId('ct', contactId), ...score };
}
