export {
  type Details,
  type EntryDraft,
  type EntryKind,
  type EntryOutcome,
  entryKinds,
  entryOutcomes,
  type Personal,
} from './entry.ts';
export { noteErasure } from './erasure.ts';
export { type Head, type HeadStore, headFile } from './heads.ts';
export type { AuditPort } from './ports.ts';
export { AuditRecorder } from './recorder.ts';
export { sealAll } from './seal.ts';
export { Sealer } from './sealer.ts';
export { type Finding, type Verdict, verifyChain } from './verify.ts';
