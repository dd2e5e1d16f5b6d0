import { renderEnvExample } from '#platform/config';
import type { Generator } from './generator.ts';

export const generator: Generator = {
  outputs: ['.env.example'],
  run: async () => ({ '.env.example': renderEnvExample() }),
};
