export type { Manifest } from './manifest.ts';
export { type CliOptions, runCli } from './run-cli.ts';
export { processTerminal, type Terminal } from './terminal.ts';
export { UsageError } from './usage-error.ts';

/** As `buildManifest` of build-manifest.ts, which needs the schemas of all operations: only the generator loads it. */
export const buildManifest = async (...options: Parameters<typeof import('./build-manifest.ts').buildManifest>) =>
  (await import('./build-manifest.ts')).buildManifest(...options);
