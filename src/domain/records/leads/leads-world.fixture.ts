import '#domain/identity';
import { z } from 'zod';
import { routingRule } from '#domain/routing';
import type { Actor } from '#platform/actor';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import type { Job, JobContext } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { createOperation, undoChangeSet } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createLead } from './operations/create-lead.ts';

const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.uuid() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

export interface LoggedEvent {
  type: string;
  ids: string[];
  data: Record<string, unknown>;
}

export interface LeadsWorld extends World {
  /** Somebody who may sign in. */
  user(name?: string): Promise<Answer>;
  /** A user as an actor with everything that a rep may do with leads. */
  actorOf(user: { id: string; name: string }): Actor;
  make(values?: object): Promise<Answer>;
  /** A rule that shares all leads among these users. */
  share(...users: { id: string }[]): Promise<Answer>;
  /** The events of a type, oldest first. */
  told(type: string): Promise<LoggedEvent[]>;
  /** What was done last. */
  lastChangeSet(): Promise<string>;
  undo(changeSetId: string): Promise<Answer>;
  /** Takes back what was done last. */
  undoLast(): Promise<Answer>;
  /** Runs a job as Kith. */
  work(job: Job): Promise<void>;
  refuses: Refuses;
}

export async function leadsWorld(options: { clock?: Clock } = {}): Promise<LeadsWorld> {
  const world = await testWorld(options);
  const { run, ports, workspaceId, admin } = world;
  const lastChangeSet = async () => {
    const last = await world.database
      .reader(workspaceId)
      .first<{ id: string }>(
        sql`select id from change_sets where workspace_id = kith.workspace_id() order by at desc, id desc limit 1`,
      );
    return last?.id ?? '';
  };
  return {
    ...world,
    user: (name = 'Bo Berg') =>
      run(createOperation(objectNamed('user')), { name, email: `${ports.ids.next()}@example.com` } as never),
    actorOf: ({ id, name }) => ({
      ...admin,
      id: parseId('us', id),
      name,
      role: 'rep',
      permissions: new Set(['leads:read', 'leads:write', 'contacts:read']),
    }),
    make: (values = {}) => run(createLead, { firstName: 'Ana', lastName: 'Silva', ...values }),
    share: (...users) => {
      const members = users.map(({ id }) => ({ userId: id }));
      return run(createOperation(routingRule), { name: 'All', action: { kind: 'roundRobin', members } } as never);
    },
    told: (type) =>
      world.database
        .reader(workspaceId)
        .rows(
          sql<LoggedEvent>`select type, to_json(record_ids) as ids, data from events where type = ${type} order by events.xid, id`,
        ),
    lastChangeSet,
    undo: (id) => run(undo, { id }),
    undoLast: async () => run(undo, { id: await lastChangeSet() }),
    async work(job) {
      const signal = new AbortController().signal;
      const context: JobContext = {
        ports,
        workspaceId,
        actor: systemActor(workspaceId),
        signal,
        jobId: '1',
        attempt: 1,
      };
      await job.run(context, {});
    },
    refuses: refusalsIn(world),
  };
}
