import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { importAnswer, presentImport } from '../rules/present-import.ts';
import { newestImports } from '../store/imports.ts';

export const listImports = defineOperation({
  name: 'imports.list',
  summary: 'Lists imports, newest first.',
  kind: 'read',
  permission: 'imports:read',
  route: { method: 'GET', path: '/imports' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ data: z.array(importAnswer), page: z.object({}) }),
  run: async (context, { limit }) => ({ data: (await newestImports(context.sql, limit)).map(presentImport), page: {} }),
});
