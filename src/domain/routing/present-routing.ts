import { z } from 'zod';
import { objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import type { LoggedRouting } from './store/routing-log.ts';

const id = z.string().nullable();

/** What `presentRouting` answers. */
export const routingAnswer = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.string(),
  object: z.string(),
  recordId: z.string(),
  ...{ ownerId: id, previousOwnerId: id, ruleId: id, territoryId: id },
  because: z.string().nullable().meta({ description: 'Why, in a sentence.' }),
});

/** An assignment as the API shows it. */
export function presentRouting(one: LoggedRouting) {
  const shown = (prefix: string, id: string | null) => (id === null ? null : publicId(prefix, id));
  return {
    id: publicId('ro', one.id),
    at: one.at.toISOString(),
    kind: one.kind,
    object: one.object,
    recordId: publicId(objectNamed(one.object).prefix, one.recordId),
    ownerId: shown('us', one.ownerId),
    previousOwnerId: shown('us', one.previousOwnerId),
    ruleId: shown('rr', one.ruleId),
    territoryId: shown('te', one.territoryId),
    because: one.because,
  };
}
