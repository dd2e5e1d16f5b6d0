import '#domain/identity';
import '#domain/records/accounts';
import './module.ts';
import { contact } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createTask } from './operations/create-task.ts';
import { tellDue } from './operations/tell-due.ts';

export interface TasksWorld extends World {
  /** Sets the clock of the world; it stands still until it is set again. */
  at(text: string): void;
  task(values?: object): Promise<Answer>;
  person(values?: object): Promise<Answer>;
  /** A user in a time zone. */
  userIn(zone: string): Promise<string>;
  /** Tells what is due now; gives the events of due tasks that this brought, as `due_soon Subject`. */
  tell(): Promise<string[]>;
  /** All that was told of due tasks so far. */
  told(): Promise<string[]>;
  /** Kith itself, which tells. */
  kith: Actor;
  refuses: Refuses;
}

/** A world in which it is Monday, 4 March 2030, noon in UTC. */
export async function tasksWorld(): Promise<TasksWorld> {
  let now = new Date('2030-03-04T12:00:00Z');
  const world = await testWorld({ clock: { now: () => now } });
  const kith = { ...world.admin, permissions: new Set(['*']) };
  const told = async () => {
    const rows = await world.database.reader(world.workspaceId).rows<{ text: string }>(sql`
      select replace(e.type, 'crm.task.', '') || ' ' || t.subject as text from events e, unnest(e.record_ids) r(id) join tasks t on t.id = r.id
      where e.workspace_id = kith.workspace_id() and e.type in ('crm.task.due_soon', 'crm.task.overdue') order by e.xid, e.id, t.subject`);
    return rows.map(({ text }) => text);
  };
  let users = 0;
  return {
    ...world,
    kith,
    told,
    refuses: refusalsIn(world),
    at: (text) => {
      now = new Date(text);
    },
    task: (values = {}) => world.run(createTask, { subject: 'Call back', ...values }),
    person: (values = {}) => world.run(createOperation(contact), { firstName: 'Ana', ...values }),
    async userIn(zone) {
      const id = world.ports.ids.next();
      await world.database.write(world.workspaceId, async (tx) => {
        await tx.rows(sql`insert into users (id, email, name, settings)
          values (${id}, ${`user${users++}@example.com`}, 'Ursula', ${JSON.stringify({ timeZone: zone })}::jsonb)`);
      });
      return `us_${id.replaceAll('-', '')}`;
    },
    async tell() {
      const before = (await told()).length;
      for (let more = true; more; ) more = (await world.run(tellDue, {}, { actor: kith })).more;
      return (await told()).slice(before);
    },
  };
}
