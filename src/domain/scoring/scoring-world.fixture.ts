import '#domain/identity';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import type { Job, JobContext } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { createOperation, undoChangeSet, updateOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { scoreChanges } from './handlers/score-changes.ts';
import './kind.ts';
import { rescoreAll } from './jobs/rescore-all.ts';
import { activateModel } from './operations/activate-model.ts';
import { createModel } from './operations/create-model.ts';
import { defaultScoringModel } from './rules/default-model.ts';
import type { ScoringModel } from './rules/model.ts';

export const createAccount = createOperation(account);
export const createContact = createOperation(contact);
export const logActivity = createOperation(activity);
export const updateAccount = updateOperation(account);
export const updateContact = updateOperation(contact);
export const updateActivity = updateOperation(activity);

/** Takes a change set back. */
export const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes a change set back.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.uuid() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

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
  /** Makes a model that is not in use: the shipped one with some sections of its own. */
  draft(sections?: Partial<ScoringModel>): Promise<Answer>;
  /** Puts a model into use and scores everybody by it. */
  use(id: string): Promise<Answer>;
  /** Takes back the last change set of the administrator. */
  undoLast(): Promise<Answer>;
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
    draft: (sections = {}) =>
      world.run(createModel, {
        name: `Model ${world.ports.ids.next()}`,
        config: { ...defaultScoringModel, ...sections },
      }),
    async use(id) {
      const used = await world.run(activateModel, { id });
      await run(rescoreAll, { changeSetId: world.ports.ids.next() });
      return used;
    },
    async undoLast() {
      const last = await world.database.reader(world.workspaceId).first<{ id: string }>(sql`select id from change_sets
        where actor_id = ${world.admin.id} and records > 0 order by at desc, id desc limit 1`);
      return world.run(undo, { id: last?.id ?? '' });
    },
    work: run,
  };

  async function run(job: Job, input: unknown): Promise<void> {
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
  }
}
