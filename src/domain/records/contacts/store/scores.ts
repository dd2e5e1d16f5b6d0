import type { Context } from '#platform/context';
import { sql, unprepared } from '#platform/database';

/** A score to be kept with its contact; scores are 0 to 100. */
export interface ContactScore {
  id: string;
  score: number;
  tier: string;
  grade: string;
}

export interface PreviousScore {
  id: string;
  score: number;
  tier: string;
}

/**
 * Keeps scores, tiers and grades with their contacts, where they are others than before, and answers what they were there. They are derived:
 * no history, no version. Contacts that are not there are left out.
 */
export function setScores(context: Context, scores: readonly ContactScore[]): Promise<PreviousScore[]> {
  if (scores.length === 0) return Promise.resolve([]);
  const ids = scores.map(({ id }) => id);
  const [numbers, tiers] = [scores.map(({ score }) => score), scores.map(({ tier }) => tier)];
  const grades = scores.map(({ grade }) => grade);
  // A plan that was made when there were few contacts would be kept while an import brings a million.
  const query = sql<PreviousScore>`
    with given as (select * from unnest(${ids}::uuid[], ${numbers}::integer[], ${tiers}::text[], ${grades}::text[]) as g(id, score, tier, grade)),
    old as (
      select c.id, c.lead_score, c.score_tier from contacts c join given g on g.id = c.id
      where c.workspace_id = kith.workspace_id() and (c.lead_score <> g.score or c.score_tier <> g.tier or c.score_grade <> g.grade)
      order by c.id for update of c
    )
    update contacts c set lead_score = g.score, score_tier = g.tier, score_grade = g.grade
    from old join given g on g.id = old.id
    where c.workspace_id = kith.workspace_id() and c.id = old.id
    returning c.id, old.lead_score as score, old.score_tier as tier`;
  return context.tx.rows(unprepared(query));
}
