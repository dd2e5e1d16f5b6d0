import '#domain/identity';
import './module.ts';
import { systemActor } from '#platform/actor';
import { sql } from '#platform/database';
import type { Job, JobContext } from '#platform/jobs';
import { testWorld, type World } from '#platform/testing';
import { makeDemo } from './jobs/make-demo.ts';
import { takeDemoAway } from './jobs/remove-demo.ts';

export interface Counts {
  accounts: number;
  contacts: number;
  activities: number;
  leads: number;
  deals: number;
  tasks: number;
  products: number;
  /** Stakeholders, competitors and line items of deals, and relationships. */
  parts: number;
  points: number;
  values: number;
  scores: number;
}

export interface DemoWorld extends World {
  /** Runs the job that makes the demo; `stopAfter` chunks the process dies. */
  make(stopAfter?: number): Promise<void>;
  takeAway(stopAfter?: number): Promise<void>;
  counts(): Promise<Counts>;
}

/** A signal that fires after it has been looked at some times. */
function signalAfter(looks: number): AbortSignal {
  let left = looks;
  return new Proxy(new AbortController().signal, {
    get: (signal, name) => (name === 'aborted' ? left-- <= 0 : Reflect.get(signal, name)),
  });
}

export async function demoWorld(): Promise<DemoWorld> {
  const world = await testWorld();
  const { ports, workspaceId } = world;
  const work = (job: Job, input: unknown, looks: number) => {
    const signal = signalAfter(looks);
    const context: JobContext = { ports, workspaceId, actor: systemActor(workspaceId), signal, jobId: '1', attempt: 1 };
    return job.run(context, job.input.parse(input));
  };
  const forever = Number.POSITIVE_INFINITY;
  return {
    ...world,
    make: (stopAfter = forever) => work(makeDemo, {}, stopAfter),
    takeAway: (stopAfter = forever) => work(takeDemoAway, { changeSetId: ports.ids.next() }, stopAfter),
    async counts() {
      const row = await world.database.reader(workspaceId).first<Counts>(sql`select
        (select count(*) from accounts) as accounts, (select count(*) from contacts) as contacts,
        (select count(*) from activities) as activities, (select count(*) from leads) as leads, (select count(*) from deals) as deals,
        (select count(*) from tasks) as tasks, (select count(*) from products) as products,
        (select count(*) from deal_stakeholders) + (select count(*) from deal_competitors) + (select count(*) from deal_line_items)
          + (select count(*) from relationships) as parts, (select count(*) from contact_points) as points,
        (select count(*) from field_values) as values, (select count(*) from contact_scores) as scores`);
      if (!row) throw new Error('The workspace counts nothing.');
      return row;
    },
  };
}
