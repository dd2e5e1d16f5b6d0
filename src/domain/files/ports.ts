import type { VirusScanner } from './adapters/contract.ts';

declare module '#platform/context' {
  interface Ports {
    /** Without one, files are not scanned. */
    scanner?: VirusScanner | undefined;
  }
}
