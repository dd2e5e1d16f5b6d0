import { objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import type { LoggedRouting } from './store/routing-log.ts';

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
