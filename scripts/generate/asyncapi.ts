import { asyncApiDocument } from '#surfaces/asyncapi';
import packageJson from '../../package.json' with { type: 'json' };
import { handlers } from '../../src/modules.ts';
import type { Generator } from './generator.ts';

const output = 'docs/asyncapi.gen.json';

/** The description of the events as every server gives it at /asyncapi.json. */
export const generator: Generator = {
  outputs: [output],
  async run() {
    const { version } = packageJson;
    const options = { version, baseUrl: 'http://localhost:4000', prefix: '/api/v1', handlers };
    return { [output]: `${JSON.stringify(asyncApiDocument(options), null, 1)}\n` };
  },
};
