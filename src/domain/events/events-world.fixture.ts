import '#domain/identity';
import '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { systemActor } from '#platform/actor';
import { sql } from '#platform/database';
import { defineHandler, type LoggedEvent } from '#platform/events';
import { startHandlers } from '#platform/handlers';
import type { Job, JobContext } from '#platform/jobs';
import { createOperation } from '#platform/records';
import { testWorld, type World } from '#platform/testing';

/** Events about these records cannot be taken until they are taken off the list. */
export const poison = new Set<string>();
/** Ids of the records that the handler has heard of, once for each event that it took. */
export const taken: string[] = [];

export const tester = defineHandler({
  name: 'test.taster',
  summary: 'Takes what is not poison.',
  on: ['crm.contact.created'],
  async run(_context, events) {
    const ids = events.flatMap((event: LoggedEvent) => event.recordIds);
    if (ids.some((id) => poison.has(id))) throw new Error('cannot digest this');
    taken.push(...ids);
  },
});

export interface EventsWorld extends World {
  /** Makes a contact; one that is poison makes its event fail. Answers its UUID. */
  happen(isPoison?: boolean): Promise<string>;
  /** Lets the handler read until it has had or given up everything. */
  settle(): Promise<void>;
  work(job: Job, input: unknown): Promise<void>;
}

/** Makes the next try of a failed event its last one, at once: the pauses between tries are not what is tested here. */
async function hurry({ database, workspaceId }: World): Promise<void> {
  await database.write(workspaceId, (tx) =>
    tx.rows(sql`update handler_cursors set failures = 4, retry_at = null where failures between 1 and 4`),
  );
}

const uuidOf = (id: string) => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A world with a handler that cannot take everything. */
export async function eventsWorld(): Promise<EventsWorld> {
  const world = await testWorld();
  const { ports, workspaceId } = world;
  let wanted = 0;
  return {
    ...world,
    async happen(isPoison = false) {
      const made = await world.run(createOperation(contact), { firstName: 'Ana' });
      const id = uuidOf(made.id);
      if (isPoison) poison.add(id);
      wanted += 1;
      return id;
    },
    async settle() {
      const runner = await startHandlers({ ports, handlers: [tester], onError: () => undefined });
      const count = async () => {
        const rows = await world.eventTypes();
        return taken.length + rows.filter((type) => type === 'kith.event.given_up').length;
      };
      const endMs = performance.now() + 30_000;
      while ((await count()) < wanted) {
        if (performance.now() > endMs) throw new Error('The handler has not come to its end.');
        await hurry(world);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await runner.stop();
    },
    async work(job, input) {
      const signal = new AbortController().signal;
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
