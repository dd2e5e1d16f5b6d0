export type { Cause, Context, Ports } from '#platform/context';
export { type Access, type AccessProvider, accessOf, forgetAccess, provideAccess } from './access-of.ts';
export { addGate, type Call, callWithin, execute, type Gate, type Outcome, observeOperations } from './execute.ts';
export { type IdempotencyKey, idempotencyKey } from './idempotency.ts';
export { mergedInto, wasMerged } from './merged.ts';
export { defineModule, type Module, operationCatalogue } from './module.ts';
export {
  type AnyOperation,
  defineOperation,
  type FileAnswer,
  type FileParts,
  type Method,
  type Operation,
  RawJson,
  type Route,
  type UploadedFile,
  uploadedFile,
} from './operation.ts';
export { missing, refuseMissing } from './parse-input.ts';

export { takeIn, takeInStored } from './take-in.ts';
