import { callerOf } from './call.ts';
import { type EventsOptions, eventsOf, type KithEvent } from './events.ts';
import { type Operations, operationsOf } from './operations.gen.ts';
import type { Call, KithOptions } from './types.ts';

/** Everything that Kith can do. */
export interface Kith extends Operations {
  /** What happens in the workspace, as it happens. */
  events(options?: EventsOptions): AsyncGenerator<KithEvent, void, undefined>;
  /** Calls what has no method of its own. */
  call: Call;
}

/** A client. Servers give `baseUrl` and `apiKey`; a page of Kith's own needs neither. */
export function createKith(options: KithOptions = {}): Kith {
  const call = callerOf(options);
  return { ...operationsOf(call), call, events: (wanted) => eventsOf(options, wanted) };
}

/** The client of a page that Kith itself serves: same origin, the session's cookie. */
export const kith: Kith = createKith();
