import { changesOfRecord, ensureWorkspaceKey, insertChanges } from '#platform/changes';
import { frozenClock } from '#platform/clock';
import { Invocation } from '#platform/context';
import { callWithin } from '#platform/operations';
import { testWorld, type World } from '#platform/testing';

export interface KeysWorld extends World {
  /** Moves the clock on, by milliseconds. */
  pass(ms: number): void;
  /** Changes a record of somebody; answers its id. */
  change(): Promise<string>;
  /** What is told of the past of a record; undefined where it cannot be read any more. */
  past(recordId: string): Promise<unknown>;
  /** The key that seals. */
  key(): Promise<string>;
}

/** A world in which personal values of the past are sealed. */
export async function keysWorld(): Promise<KeysWorld> {
  const clock = frozenClock(new Date());
  const world = await testWorld({ clock });
  const { ports, database, workspaceId, admin } = world;
  const origin = (tx?: Parameters<Parameters<typeof database.write>[1]>[0]) =>
    new Invocation({
      ports,
      actor: admin,
      surface: 'test',
      requestId: 'r',
      sql: tx ?? database.reader(workspaceId),
      ...(tx ? { tx } : {}),
      caller: callWithin,
    });
  return {
    ...world,
    pass: (ms) => clock.advance(ms),
    async change() {
      const recordId = ports.ids.next();
      await database.write(workspaceId, (tx) =>
        insertChanges(tx, origin(tx), [
          {
            object: 'contact',
            recordId,
            version: 1,
            before: { firstName: 'Zanzibara' },
            after: { firstName: 'Ana' },
            personal: new Set(['firstName']),
            personId: recordId,
          },
        ]),
      );
      return recordId;
    },
    async past(recordId) {
      const one = origin();
      const [change] = await changesOfRecord(one, one.sql, recordId, new Date(0), 10);
      return change?.before.firstName;
    },
    key: async () => (await ensureWorkspaceKey(ports, workspaceId)).toString('hex'),
  };
}
