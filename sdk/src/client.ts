import { type Caller, createCaller } from './caller.ts';
import { type Operations, operationsOf } from './operations.gen.ts';
import type { KithOptions } from './types.ts';

/** Everything that Kith can do. */
export interface Kith extends Operations, Caller {}

/** A client. Servers give `baseUrl` and `apiKey`; a page of Kith's own needs neither. */
export function createKith(options: KithOptions = {}): Kith {
  const caller = createCaller(options);
  return { ...operationsOf(caller.call), ...caller };
}

/** The client of a page that Kith itself serves: same origin, the session's cookie. */
export const kith: Kith = /* @__PURE__ */ createKith();
