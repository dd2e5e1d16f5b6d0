import { countGrades } from '#domain/scoring';
import type { Ports } from '#platform/context';
import { totalLags } from '#platform/handlers';
import { waitingJobs } from '#platform/jobs';
import type { Metrics } from '#platform/telemetry';
import { handlers } from './modules.ts';

const workEveryMs = 10_000;
/** Counting them reads every contact. */
const gradesEveryMs = 300_000;

/** Puts how far handlers are behind, how many jobs wait and how scores are distributed into the metrics, again and again. */
export function measureWork(ports: Ports, metrics: Metrics, onError: (error: unknown) => void): { stop(): void } {
  const work = again(workEveryMs, onError, async () => {
    for (const { handler, ...lag } of await totalLags(ports, handlers)) metrics.eventLag(handler, lag);
    metrics.jobsWaiting(await waitingJobs(ports.database));
  });
  const grades = again(gradesEveryMs, onError, async () => metrics.scoreDistribution(await countGrades(ports)));
  return {
    stop() {
      work.stop();
      grades.stop();
    },
  };
}

/** Does something now and then every so often, one at a time. */
function again(everyMs: number, onError: (error: unknown) => void, act: () => Promise<void>): { stop(): void } {
  let running = false;
  let stopped = false;
  const once = async () => {
    if (running) return;
    running = true;
    try {
      await act();
    } catch (error) {
      // The database may have gone with the process.
      if (!stopped) onError(error);
    } finally {
      running = false;
    }
  };
  void once();
  const timer = setInterval(() => void once(), everyMs).unref();
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
