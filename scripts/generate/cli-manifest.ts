import { buildManifest } from '#surfaces/cli';
import { modules } from '../../src/modules.ts';
import type { Generator } from './generator.ts';

const output = 'src/surfaces/cli/manifest.gen.json';

/** What the command line knows of all operations without loading them. */
export const generator: Generator = {
  outputs: [output],
  run: async () => ({ [output]: `${JSON.stringify(await buildManifest(modules), null, 1)}\n` }),
};
