import { activeModel, gradeOf } from '#domain/scoring';
import type { Context } from '#platform/context';
import { contactFacts } from './store/contact-facts.ts';
import type { ShownScore } from './store/leads.ts';

/** The scores of contacts as their leads show them, by contact. */
export async function shownScores(context: Context, contactIds: readonly string[]): Promise<Map<string, ShownScore>> {
  if (contactIds.length === 0) return new Map();
  const [facts, { model }] = await Promise.all([contactFacts(context.sql, contactIds), activeModel(context)]);
  return new Map(
    [...facts.values()].map(({ id, score, tier }) => [
      id,
      { contactId: id, score, tier, grade: gradeOf(model, score) },
    ]),
  );
}
