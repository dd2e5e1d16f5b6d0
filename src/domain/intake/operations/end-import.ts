import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { lockImport, setImportStatus } from '../store/imports.ts';

export const endImport = defineOperation({
  name: 'imports.end',
  summary: 'Marks an import as done or failed.',
  kind: 'write',
  permission: 'imports:write',
  input: z.strictObject({ importId: z.uuid(), status: z.enum(['done', 'failed']), error: z.string().optional() }),
  async run(context, { importId, status, error }) {
    const one = await lockImport(context.tx, importId);
    if (one?.status !== 'running') return null;
    await setImportStatus(context, importId, status, error);
    context.emit({ type: 'intake.import.ended', data: { importId: publicId('im', importId), status } });
    return null;
  },
});
