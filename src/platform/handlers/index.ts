export { replay } from './replay.ts';
export { type HandlerRunner, type RunHandlersOptions, startHandlers } from './run-handlers.ts';
