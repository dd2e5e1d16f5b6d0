import type { HeadStore } from './heads.ts';
import type { AuditRecorder } from './recorder.ts';

/** Where a process takes down what happens, and where the heads of the chains are kept. */
export interface AuditPort {
  recorder: AuditRecorder;
  heads: HeadStore;
}

declare module '#platform/context' {
  interface Ports {
    audit?: AuditPort;
  }
}
