import { publicId } from '#platform/ids';
import type { StoredEntry } from '../store/entries.ts';

const prefixes: Record<string, string> = { user: 'us', key: 'ak', system: 'ws' };

/** Who acted, as the rest of the API names them. */
function actorId(type: string, id: string): string {
  const prefix = prefixes[type];
  return prefix ? publicId(prefix, id) : id;
}

/** An entry as the API shows it; `prefixOf` gives the prefix of a kind of record. */
export function presentEntry(entry: StoredEntry, prefixOf: (object: string) => string | undefined) {
  const { object, ...details } = JSON.parse(entry.details) as Record<string, unknown> & { object?: string };
  const personal = JSON.parse(entry.personal ?? '{}') as Record<string, string>;
  const prefix = object === undefined ? undefined : prefixOf(object);
  return {
    id: publicId('au', entry.id),
    number: entry.seq,
    at: entry.at.toISOString(),
    kind: entry.kind,
    operation: entry.operation,
    outcome: entry.outcome,
    code: entry.code,
    actor: {
      type: entry.actorType,
      id: actorId(entry.actorType, entry.actorId),
      name: personal.actorName ?? null,
    },
    impersonatedBy: entry.impersonatorId
      ? { id: publicId('us', entry.impersonatorId), name: personal.impersonatorName ?? null }
      : null,
    surface: entry.surface,
    address: personal.address ?? null,
    email: personal.email ?? null,
    requestId: entry.requestId,
    changeSet: entry.changeSetId && publicId('cs', entry.changeSetId),
    object: object ?? null,
    records: entry.records,
    recordIds: entry.recordIds.map((id) => (prefix ? publicId(prefix, id) : id)),
    details,
    erased: entry.personal === null,
    hash: entry.hash.toString('hex'),
  };
}

export type PresentedEntry = ReturnType<typeof presentEntry>;
