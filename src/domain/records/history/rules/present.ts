import type { ChangeSet } from '#platform/changes';
import { publicId } from '#platform/ids';

/** A change set as the API shows it. */
export function presentChangeSet(set: ChangeSet) {
  return {
    id: publicId('cs', set.id),
    operation: set.operation,
    at: set.at.toISOString(),
    actor: {
      type: set.actorType,
      id: publicId(set.actorType === 'key' ? 'ak' : 'us', set.actorId),
      name: set.actorName,
    },
    status: set.status,
    records: set.records,
    undoes: set.undoes && publicId('cs', set.undoes),
    undoneBy: set.undoneBy && publicId('cs', set.undoneBy),
  };
}
