export { type Caller, createCaller } from './caller.ts';
export { createKith, type Kith, kith } from './client.ts';
export type { EventsOptions, KithEvent } from './events.ts';
export { type InputMistake, KithError } from './kith-error.ts';
export type { Operations } from './operations.gen.ts';
export type * from './types.gen.ts';
export type {
  AnswerDetails,
  Call,
  CallOptions,
  Condition,
  Filter,
  KithFile,
  KithOptions,
  OperationRoute,
  Page,
} from './types.ts';
