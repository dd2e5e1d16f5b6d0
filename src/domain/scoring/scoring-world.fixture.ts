import '#domain/identity';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import type { Job, JobContext } from '#platform/jobs';
import { createOperation, updateOperation } from '#platform/records';
import { testWorld, type World } from '#platform/testing';
import { scoreChanges } from './handlers/score-changes.ts';

export const createAccount = createOperation(account);
export const createContact = createOperation(contact);
export const logActivity = createOperation(activity);
export const updateAccount = updateOperation(account);
export const updateContact = updateOperation(contact);
export const updateActivity = updateOperation(activity);

export interface LoggedNews {
  type: string;
  record_ids: string[];
  data: Record<string, unknown>;
}

export interface ScoringWorld extends World {
  /** Lets scoring hear what has happened. */
  settle(): Promise<void>;
  /** What scoring has announced so far, oldest first. */
  news(): Promise<LoggedNews[]>;
  /** Runs a job as Kith. */
  work(job: Job, input: unknown): Promise<void>;
}

/** A world with a fitting company, and scoring that listens when it is told to. */
export async function scoringWorld(options: { clock?: Clock } = {}): Promise<ScoringWorld> {
  const world = await testWorld(options);
  return {
    ...world,
    settle: () => world.handle(scoreChanges),
    news: () =>
      world.database.reader(world.workspaceId).rows<LoggedNews>(sql`select type, record_ids, data from events
          where type in ('crm.contact.scored', 'crm.contact.tier_changed', 'crm.lead.qualified', 'notification.urgent')
          order by events.xid, id`),
    async work(job, input) {
      const signal = new AbortController().signal;
      const { ports, workspaceId } = world;
      const context: JobContext = {
        ports,
        workspaceId,
        actor: systemActor(workspaceId),
        signal,
        jobId: '1',
        attempt: 1,
      };
      await job.run(context, job.input.parse(input));
    },
  };
}
