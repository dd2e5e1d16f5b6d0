import { openApiDocument } from '#surfaces/openapi';
import packageJson from '../../package.json' with { type: 'json' };
import { modules } from '../../src/modules.ts';
import type { Generator } from './generator.ts';

const output = 'docs/openapi.gen.json';

/** The description of the API as every server gives it at /openapi.json, for tools and for seeing what a change changes. */
export const generator: Generator = {
  outputs: [output],
  async run() {
    const { version } = packageJson;
    const document = openApiDocument({ modules, version, baseUrl: 'http://localhost:4000', prefix: '/api/v1' });
    return { [output]: `${JSON.stringify(document, null, 1)}\n` };
  },
};
