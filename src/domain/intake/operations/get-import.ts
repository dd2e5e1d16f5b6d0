import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { importAnswer, presentImport } from '../rules/present-import.ts';
import { findImport } from '../store/imports.ts';

export const getImport = defineOperation({
  name: 'imports.get',
  summary: 'Gets one import: how far it is and what became of the rows.',
  kind: 'read',
  permission: 'imports:read',
  route: { method: 'GET', path: '/imports/:id' },
  tool: true,
  positional: ['id'],
  subject: 'import',
  input: z.strictObject({ id: idSchema('import') }),
  output: importAnswer,
  async run(context, { id }) {
    const one = await findImport(context.sql, id);
    if (!one) throw missing('import', id);
    return presentImport(one);
  },
});
