import { z } from 'zod';
import { publicId } from '#platform/ids';
import { measureNames } from './rules/measures.ts';
import type { Threshold } from './store/thresholds.ts';

/** A line as it is answered. */
export const thresholdOutput = z.object({
  id: z.string(),
  name: z.string(),
  measure: z.enum(measureNames),
  pipelineId: z.string().nullable(),
  handler: z.string().nullable(),
  side: z.enum(['above', 'below']),
  limit: z.number(),
  exceededAt: z.string().nullable().meta({ description: 'Since when it is crossed; null while it is not.' }),
  value: z.number().nullable().meta({ description: 'The figure as it was when it was looked at last.' }),
  lookedAt: z.string().nullable(),
});

/** A line with public ids. */
export function shownThreshold(one: Threshold): z.output<typeof thresholdOutput> {
  return {
    ...one,
    id: publicId('th', one.id),
    pipelineId: one.pipelineId && publicId('pl', one.pipelineId),
    exceededAt: one.exceededAt?.toISOString() ?? null,
    lookedAt: one.lookedAt?.toISOString() ?? null,
  };
}
