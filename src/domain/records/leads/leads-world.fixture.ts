import '#domain/identity';
import { expect } from 'vitest';
import { z } from 'zod';
import { routingRule } from '#domain/routing';
import type { Actor } from '#platform/actor';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import type { Job, JobContext } from '#platform/jobs';
import { defineOperation, type Operation } from '#platform/operations';
import { createOperation, undoChangeSet } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
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
  /** Takes back what was done last. */
  undoLast(): Promise<Answer>;
  /** Runs a job as Kith. */
  work(job: Job): Promise<void>;
  /** That an operation is refused without its permission, with input that it does not know, and to another workspace (`strange` when it answers that one with nothing). */
  refuses<Input extends z.ZodType>(
    operation: Operation<Input, unknown>,
    input: object,
    strange?: 'strange',
  ): Promise<void>;
}

export async function leadsWorld(options: { clock?: Clock } = {}): Promise<LeadsWorld> {
  const world = await testWorld(options);
  const { run, ports, workspaceId, admin } = world;
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
    async undoLast() {
      const last = await world.database
        .reader(workspaceId)
        .first<{ id: string }>(
          sql`select id from change_sets where workspace_id = kith.workspace_id() order by at desc, id desc limit 1`,
        );
      return run(undo, { id: last?.id ?? '' });
    },
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
    async refuses(operation, input, strange) {
      const [area, action] = operation.permission.split(':');
      const others = ['read', 'write', 'delete', 'export'].filter((one) => one !== action);
      const lacking = world.actorWith(...others.map((one) => `${area}:${one}`));
      const call = (given: object, actor = admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      if (!strange) await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
    },
  };
}
