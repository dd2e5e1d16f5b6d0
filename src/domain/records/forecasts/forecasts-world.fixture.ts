import '#domain/access';
import '#domain/records/accounts';
import './module.ts';
import { identityModule } from '#domain/identity';
import { deal, dealsModule } from '#domain/records/deals';
import { type Actor, systemActor } from '#platform/actor';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import { type AnyOperation, operationCatalogue } from '#platform/operations';
import { createOperation, updateOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { keepInTheEvening } from './handlers/keep-in-the-evening.ts';
import { keepForecastsJob } from './jobs/keep-forecasts.ts';

const there = operationCatalogue([dealsModule, identityModule]);
export const changeStage = there.get('deals.changeStage') as AnyOperation;
const updateWorkspace = there.get('workspace.update') as AnyOperation;
export const createDeal = createOperation(deal);
export const updateDeal = updateOperation(deal);

export interface ForecastsWorld extends World {
  /** A clock that stands still until it is set. */
  clock: { set(to: Date): void };
  /** The default pipeline. */
  pipelineId: string;
  /** A user who sees the deals that are their own. */
  rep(name: string): Promise<{ user: string; actor: Actor }>;
  /** What is kept: days, months and how many deals, in order. */
  kept(): Promise<{ day: string; month: string; deals: number }[]>;
  /** When the forecasts are to be kept. */
  evenings(): Promise<string[]>;
  keepInTheEvening(): Promise<void>;
  /** Lets the handler hear what has happened. */
  settle(): Promise<void>;
  told(type: string): Promise<Answer[]>;
  useCurrency(currency: string): Promise<void>;
  refuses: Refuses;
}

export async function forecastsWorld(start: string): Promise<ForecastsWorld> {
  let now = new Date(start);
  const world = await testWorld({ clock: { now: () => now } });
  const { run, ports, workspaceId } = world;
  const reader = world.database.reader(workspaceId);
  const [shipped] = await reader.rows<{ id: string }>(
    sql`select 'pl_' || replace(id::text, '-', '') as id from pipelines where workspace_id = kith.workspace_id()`,
  );
  return {
    ...world,
    clock: {
      set: (to) => {
        now = to;
      },
    },
    pipelineId: shipped?.id ?? '',
    async rep(name) {
      const values = { name, email: `${name}@example.com`, role: 'rep' };
      const { id } = await run(createOperation(objectNamed('user')), values as never);
      return { user: id, actor: { ...world.admin, id: parseId('us', id), role: 'rep', name } };
    },
    kept: () =>
      reader.rows(sql`select day::text as day, month::text as month, deals from forecasts
        where workspace_id = kith.workspace_id() order by day, month`),
    async evenings() {
      const rows = await world.database.system.rows<{ run_at: Date }>(
        sql`select run_at from graphile_worker.jobs where task_identifier = 'forecasts.keep' order by run_at`,
      );
      return rows.map((row) => row.run_at.toISOString());
    },
    async keepInTheEvening() {
      const signal = new AbortController().signal;
      const actor = systemActor(workspaceId);
      await keepForecastsJob.run({ ports, workspaceId, actor, signal, jobId: '1', attempt: 1 }, {});
    },
    settle: () => world.handle(keepInTheEvening),
    async told(type) {
      const rows = await reader.rows<{ data: Answer }>(
        sql`select data from events where workspace_id = kith.workspace_id() and type = ${type} order by id`,
      );
      return rows.map((row) => row.data);
    },
    async useCurrency(currency) {
      await run(updateWorkspace, { currency });
    },
    refuses: refusalsIn(world),
  };
}
