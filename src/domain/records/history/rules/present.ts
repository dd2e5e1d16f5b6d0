import type { ChangeSet } from '#platform/changes';
import { publicId } from '#platform/ids';

const actorPrefixes: Record<string, string> = { user: 'us', key: 'ak', agent: 'ag', system: 'ws' };

/** A change set as the API shows it. */
export function presentChangeSet(set: ChangeSet) {
  return {
    id: publicId('cs', set.id),
    operation: set.operation,
    at: set.at.toISOString(),
    actor: {
      type: set.actorType,
      id: publicId(actorPrefixes[set.actorType] ?? set.actorType, set.actorId),
      name: set.actorName,
    },
    status: set.status,
    records: set.records,
    undoes: set.undoes && publicId('cs', set.undoes),
    undoneBy: set.undoneBy && publicId('cs', set.undoneBy),
  };
}
