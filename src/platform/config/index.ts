export { loadConfig, publicUrl } from './load-config.ts';
export { ConfigError } from './mistakes.ts';
export { renderEnvExample } from './render-env-example.ts';
export type { Config } from './tree.ts';
