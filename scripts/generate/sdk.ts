import { modules } from '../../src/modules.ts';
import { operationsText, typesText } from '../sdk/sdk-texts.ts';
import type { Generator } from './generator.ts';

/** The typed half of the client: what is called how, and what it answers. */
export const generator: Generator = {
  outputs: ['sdk/src/types.gen.ts', 'sdk/src/operations.gen.ts'],
  async run() {
    const operations = modules.flatMap((module) => module.operations ?? []).filter((operation) => operation.route);
    return {
      'sdk/src/types.gen.ts': typesText(operations),
      'sdk/src/operations.gen.ts': operationsText(operations),
    };
  },
};
