import { z } from 'zod';
import type { ChangeSet } from '#platform/changes';
import { publicId } from '#platform/ids';

/** What `presentChangeSet` answers. */
export const changeSetAnswer = z.object({
  id: z.string(),
  operation: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  status: z.string().meta({ description: 'done, or partial while a bulk operation goes on.' }),
  records: z.number().int(),
  undoes: z.string().nullable().meta({ description: 'The change set that it took back.' }),
  undoneBy: z.string().nullable().meta({ description: 'The change set that took it back.' }),
});

/** Values that an undo left as they are, since they have been changed again meanwhile. */
export const keptAnswer = z.array(z.looseObject({}));

/** How the ids of actors begin, by their sort. */
export const actorPrefixes: Record<string, string> = { user: 'us', key: 'ak', agent: 'ag', system: 'ws' };

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
