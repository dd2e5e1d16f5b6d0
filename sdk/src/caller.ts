import { callerOf } from './call.ts';
import { type EventsOptions, eventsOf, type KithEvent } from './events.ts';
import type { Call, KithOptions } from './types.ts';

/** What needs no list of operations. */
export interface Caller {
  /** What happens in the workspace, as it happens. */
  events(options?: EventsOptions): AsyncGenerator<KithEvent, void, undefined>;
  /** Calls an operation by its method and path: what has no method of its own. */
  call: Call;
}

/** A client without the list of operations, for pages that shall load quickly. */
export function createCaller(options: KithOptions = {}): Caller {
  return { call: callerOf(options), events: (wanted) => eventsOf(options, wanted) };
}
