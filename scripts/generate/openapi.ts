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
    return { [output]: onePartALine({ ...document }) };
  },
};

/** One line a route and a schema: a change shows where it is, and the file stays small. */
function onePartALine(document: Record<string, unknown>): string {
  const lines = (parts: Record<string, unknown>, depth: number): string => {
    const inner = Object.entries(parts).map(([name, part]) => {
      const splits = depth < 2 && typeof part === 'object' && part !== null && !Array.isArray(part);
      return `${JSON.stringify(name)}: ${splits ? lines(part as Record<string, unknown>, depth + 1) : JSON.stringify(part)}`;
    });
    return inner.length > 0 ? `{\n${inner.join(',\n')}\n}` : '{}';
  };
  return `${lines(document, 0)}\n`;
}
