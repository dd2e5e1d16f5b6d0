export { loadConfig, publicUrl } from './load-config.ts';
export { ConfigError } from './mistakes.ts';
export { describeConfig } from './print-config.ts';
export { renderEnvExample } from './render-env-example.ts';
export type { Config } from './tree.ts';
