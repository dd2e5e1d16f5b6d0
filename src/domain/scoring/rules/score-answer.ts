import { z } from 'zod';

const component = z.enum(['firmographic', 'behavioral', 'intent']);

/** Why a score has some of its points. */
export const reasonAnswer = z.looseObject({ component, points: z.number(), text: z.string() });

/** What `contacts.score` answers: the score with a reason for every point. */
export const scoreAnswer = z.looseObject({
  score: z.number().int().meta({ description: 'From 0 to 100.' }),
  tier: z.string(),
  grade: z.string(),
  breakdown: z.record(component, z.number()),
  reasons: z.array(reasonAnswer),
  text: z.string().meta({ description: 'The score in one sentence.' }),
  computedAt: z.iso.datetime(),
  previousTier: z.string().nullable(),
  tierChanged: z.boolean(),
  override: z.looseObject({ score: z.number(), reason: z.string() }).nullable(),
  computed: z
    .object({ score: z.number(), tier: z.string(), grade: z.string() })
    .meta({ description: 'What the model says, whatever somebody has set.' }),
});
