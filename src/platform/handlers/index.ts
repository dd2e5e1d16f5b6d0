export {
  type FailedEvent,
  failedCount,
  failedEvent,
  failedEvents,
  noteFailedAgain,
  type Replayed,
  replayFailed,
} from './failed.ts';
export { type HandlerLag, handlerLags, type TotalLag, totalLags } from './lag.ts';
export { replay, sendBack } from './replay.ts';
export { type HandlerRunner, type RunHandlersOptions, startHandlers } from './run-handlers.ts';
