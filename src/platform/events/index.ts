export { defineEvent, type EventType, eventCatalogue, eventsNamed, namesOfEvent } from './event-type.ts';
export { defineHandler, type Handler, handlerCatalogue, type LoggedEvent } from './handler.ts';
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
  eventById,
  eventsAfter,
  eventsAfterCursor,
  headOfLog,
  isBehind,
  positionBefore,
  positionOf,
  startOfLog,
  visibleRecords,
} from './read.ts';
export { onWake, wakeHandlers } from './wake.ts';
