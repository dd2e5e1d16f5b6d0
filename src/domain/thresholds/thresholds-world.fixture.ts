import '#domain/identity';
import '#domain/records/accounts';
import './module.ts';
import { deal } from '#domain/records/deals';
import { systemActor } from '#platform/actor';
import { sql } from '#platform/database';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { lookAtFigures } from './jobs/look-at-figures.ts';
import { setThresholds } from './operations/set-thresholds.ts';

export interface ThresholdsWorld extends World {
  pipelineId: string;
  deal(values?: object): Promise<Answer>;
  draw(...thresholds: object[]): Promise<Answer[]>;
  /** Looks at the figures, as the job does, and gives what was told by that: the last word of the event and its data. */
  look(): Promise<{ what: string; data: Answer }[]>;
  refuses: Refuses;
}

export async function thresholdsWorld(now: () => Date = () => new Date()): Promise<ThresholdsWorld> {
  const world = await testWorld({ clock: { now } });
  const { run, ports, workspaceId } = world;
  const reader = world.database.reader(workspaceId);
  const [shipped] = await reader.rows<{ id: string }>(
    sql`select 'pl_' || replace(id::text, '-', '') as id from pipelines where workspace_id = kith.workspace_id()`,
  );
  const told = () =>
    reader.rows<{ what: string; data: Answer }>(sql`select split_part(type, '.', 3) as what, data from events
      where workspace_id = kith.workspace_id() and type in ('kith.threshold.exceeded', 'kith.threshold.recovered') order by id`);
  return {
    ...world,
    pipelineId: shipped?.id ?? '',
    deal: (values = {}) => run(createOperation(deal), { name: 'Rollout', ...values } as never),
    draw: async (...thresholds) => (await run(setThresholds, { thresholds } as never)).data,
    async look() {
      const before = (await told()).length;
      const signal = new AbortController().signal;
      const actor = systemActor(workspaceId);
      await lookAtFigures.run({ ports, workspaceId, actor, signal, jobId: '1', attempt: 1 }, {});
      return (await told()).slice(before);
    },
    refuses: refusalsIn(world),
  };
}
