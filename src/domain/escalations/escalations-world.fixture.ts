import '#domain/identity';
import '#domain/records/accounts';
import '#domain/records/leads';
import './module.ts';
import { deal } from '#domain/records/deals';
import { systemActor } from '#platform/actor';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { raiseOnEvents } from './handlers/raise-on-events.ts';
import { lookAtDeals } from './jobs/look-at-deals.ts';
import { createRule } from './operations/create-rule.ts';

export interface EscalationsWorld extends World {
  /** Sets the clock of the world; it stands still until it is set again. */
  at(text: string): void;
  user(values?: object): Promise<string>;
  deal(values?: object): Promise<Answer>;
  rule(values: object): Promise<Answer>;
  /** Lets rules hear what has happened, and look; gives what was told by that. */
  tell(): Promise<Answer[]>;
  refuses: Refuses;
}

/** A world in which it is Monday, 4 March 2030, noon in UTC. */
export async function escalationsWorld(): Promise<EscalationsWorld> {
  let now = new Date('2030-03-04T12:00:00Z');
  const world = await testWorld({ clock: { now: () => now } });
  const { run, ports, workspaceId } = world;
  let names = 0;
  const told = async () => {
    const rows = await world.database
      .reader(workspaceId)
      .rows<{ data: Answer }>(
        sql`select data from events where workspace_id = kith.workspace_id() and type = 'crm.escalation.raised' order by events.xid, id`,
      );
    return rows.map(({ data }) => data);
  };
  return {
    ...world,
    at: (text) => {
      now = new Date(text);
    },
    async user(values = {}) {
      const who = { name: `User ${names}`, email: `user${names++}@example.com`, role: 'rep', ...values };
      return (await run(createOperation(objectNamed('user')), who as never)).id;
    },
    deal: (values = {}) => run(createOperation(deal), { name: 'Licences', ...values } as never),
    rule: (values) => run(createRule, { name: `Rule ${names++}`, tell: { owner: true }, ...values } as never),
    async tell() {
      const before = (await told()).length;
      await world.handle(raiseOnEvents);
      const signal = new AbortController().signal;
      await lookAtDeals.run(
        { ports, workspaceId, actor: systemActor(workspaceId), signal, jobId: '1', attempt: 1 },
        {},
      );
      return (await told()).slice(before);
    },
    refuses: refusalsIn(world),
  };
}
