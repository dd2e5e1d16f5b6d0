export { type HandlerRunner, startHandlers } from './run-handlers.ts';
