import { renderEnvExample } from '#platform/config';
import type { Generator } from './generator.ts';

export const generator: Generator = {
  name: 'env-example',
  outputs: ['.env.example'],
  run: async () => ({ '.env.example': renderEnvExample() }),
};
