import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { lockImport, restartDryRun, setImportStatus } from '../store/imports.ts';

export const beginImport = defineOperation({
  name: 'imports.begin',
  summary: 'Marks an import as running; answers nothing when there is nothing to run.',
  kind: 'write',
  permission: 'imports:write',
  input: z.strictObject({ importId: z.uuid() }),
  async run(context, { importId }) {
    const one = await lockImport(context.tx, importId);
    if (!one || (one.status !== 'queued' && one.status !== 'running')) return null;
    await setImportStatus(context, importId, 'running');
    if (one.dryRun && one.rows > 0) return restartDryRun(context.tx, importId);
    return { ...one, status: 'running' as const };
  },
});
