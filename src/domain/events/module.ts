import './errors.ts';
import { defineModule } from '#platform/operations';
import { replayFailedEvents } from './jobs/replay-failed-events.ts';
import { getFailedEvent } from './operations/get-failed-event.ts';
import { listFailedEvents } from './operations/list-failed-events.ts';
import { listHandlers } from './operations/list-handlers.ts';
import { replayAllFailed } from './operations/replay-all-failed.ts';
import { replayFailedEvent } from './operations/replay-failed-event.ts';
import { replayHandler } from './operations/replay-handler.ts';

export const eventsModule = defineModule({
  name: 'events',
  summary: 'What has happened: who has heard of it, what could not be handled, and hearing it again.',
  needs: [],
  operations: [listHandlers, replayHandler, listFailedEvents, getFailedEvent, replayFailedEvent, replayAllFailed],
  jobs: [replayFailedEvents],
});
