import '#domain/identity';
import '#domain/records/accounts';
import './module.ts';
import type { z } from 'zod';
import { contact } from '#domain/records/contacts';
import type { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createDeal } from './operations/create-deal.ts';

export interface DealsWorld extends World {
  make(values?: object): Promise<Answer>;
  /** A contact. */
  person(values?: object): Promise<Answer>;
  refuses: Refuses;
  /** The stages of the default pipeline by their names. */
  stages: Record<string, string>;
  pipelineId: string;
  /** What the events of a type say, oldest first. */
  told(type: string): Promise<Answer[]>;
}

export async function dealsWorld(clock?: Clock): Promise<DealsWorld> {
  const world = await testWorld(clock ? { clock } : {});
  const [shipped] = await world.database.reader(world.workspaceId).rows<{
    id: string;
    stages: { id: string; name: string }[];
  }>(
    sql`select 'pl_' || replace(id::text, '-', '') as id, stages from pipelines where workspace_id = kith.workspace_id()`,
  );
  return {
    ...world,
    make: (values = {}) =>
      world.run(createDeal, { ...{ name: 'Rollout' }, ...values } as z.input<typeof createDeal.input>),
    person: (values = {}) => world.run(createOperation(contact), { ...{ firstName: 'Ana' }, ...values }),
    refuses: refusalsIn(world),
    stages: Object.fromEntries(shipped?.stages.map((one) => [one.name, one.id]) ?? []),
    pipelineId: shipped?.id ?? '',
    async told(type) {
      const rows = await world.database
        .reader(world.workspaceId)
        .rows<{ data: Answer }>(
          sql`select data from events where workspace_id = kith.workspace_id() and type = ${type} order by id`,
        );
      return rows.map((row) => row.data);
    },
  };
}
