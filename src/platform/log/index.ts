export { createLog, type Log, type LogOptions } from './create-log.ts';
export { requestIdFrom } from './request-id.ts';
