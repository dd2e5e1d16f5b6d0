import { z } from 'zod';
import { failedEvents, noteFailedAgain } from '#platform/handlers';
import { defineJob, type JobContext } from '#platform/jobs';
import { execute } from '#platform/operations';
import { replayFailedEvent } from '../operations/replay-failed-event.ts';

/** Replays failed events one by one: one that fails again stays, with its latest error, and the others go on. */
export const replayFailedEvents = defineJob({
  name: 'events.replay-failed',
  summary: 'Gives events that were put aside to their handlers again, one by one.',
  input: z.object({ handler: z.string().optional(), last: z.uuid() }),
  async run(job, { handler, last }) {
    let after: string | undefined;
    while (after !== last) {
      if (job.signal.aborted) throw new Error('The process stops; the rest is replayed at the next start.');
      const [next] = await failedEvents(job.ports.database.reader(job.workspaceId), { handler, after, most: 1 });
      if (!next || next.id > last) return;
      await replayOne(job, next.id);
      after = next.id;
    }
  },
});

async function replayOne({ ports, actor, workspaceId, jobId }: JobContext, id: string): Promise<void> {
  try {
    await execute(ports, replayFailedEvent, { id }, { actor, surface: 'job', requestId: jobId });
  } catch (error) {
    const { message } = error as Error;
    await ports.database.write(workspaceId, (tx) => noteFailedAgain(tx, id, message, ports.clock.now()));
  }
}
