import type { Context } from '#platform/context';
import type { Entry } from './entry.ts';
import { insertIntoInbox } from './inbox.ts';

/**
 * Says in the chain that names and addresses of somebody are gone from the entries up to a number, in the transaction that takes them out:
 * without it they would be missed.
 */
export function noteErasure(context: Context, actorId: string, upTo: number): void {
  const { actor, ports, now, surface, requestId, address } = context;
  const entry: Entry = {
    id: ports.ids.next(),
    at: now,
    kind: 'erasure',
    operation: 'audit.erase',
    outcome: 'done',
    code: null,
    surface,
    requestId,
    actorType: actor.type,
    actorId: actor.id,
    impersonatorId: actor.impersonator?.id ?? null,
    changeSetId: null,
    records: 0,
    recordIds: [],
    details: { actorId, upTo },
    personal: { actorName: actor.name, ...(address ? { address } : {}) },
  };
  insertIntoInbox(context.tx, [entry]);
}
