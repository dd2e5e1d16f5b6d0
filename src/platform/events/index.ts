export { defineEvent, type EventType, eventCatalogue } from './event-type.ts';
export { defineHandler, type Handler, type LoggedEvent } from './handler.ts';
export { listenForWakes } from './listen.ts';
export { deepestCause, insertEvents } from './log.ts';
export {
  definePayload,
  type OutwardEvent,
  outwardEvents,
  type Payload,
  payloadsFor,
  permissionToHear,
} from './outward.ts';
export {
  comparePositions,
  type EventPosition,
  eventsAfter,
  headOfLog,
  isBehind,
  positionOf,
  startOfLog,
} from './read.ts';
export { onWake, wakeHandlers } from './wake.ts';
