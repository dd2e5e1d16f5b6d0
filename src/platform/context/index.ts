export type { Callable, Cause, Context, EventDraft, Origin, Ports } from './context.ts';
export { type Caller, Invocation, type InvocationOptions } from './invocation.ts';
export { arrived, Later } from './later.ts';
