export { defineEvent, type EventType, eventCatalogue } from './event-type.ts';
export { defineHandler, type Handler, type LoggedEvent } from './handler.ts';
export { deepestCause, insertEvents } from './log.ts';
export { type EventPosition, eventsAfter, headOfLog } from './read.ts';
export { onWake, wakeChannel, wakeHandlers } from './wake.ts';
