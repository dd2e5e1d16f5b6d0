import { dumpSchema } from '../schema/dump-schema.ts';
import type { Generator } from './generator.ts';

export const generator: Generator = {
  outputs: ['database/schema.sql'],
  run: async (kit) => ({ 'database/schema.sql': await dumpSchema(await kit.databaseUrl()) }),
};
