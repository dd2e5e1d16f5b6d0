import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { noteScan, versionById } from '../store/versions.ts';

export const recordScan = defineOperation({
  name: 'files.recordScan',
  summary: 'Notes what the virus scanner says of a version of a file.',
  kind: 'write',
  permission: 'files:write',
  input: z.strictObject({
    versionId: z.uuid(),
    result: z.enum(['clean', 'infected', 'failed']),
    found: z.string().max(255).optional(),
  }),
  async run(context, { versionId, result, found }) {
    const version = await versionById(context.sql, versionId);
    if (!version) return { noted: false };
    noteScan(context.tx, versionId, result, found ?? null);
    const data = { number: version.number, result };
    context.emit({ type: 'crm.file.scanned', object: 'file', recordIds: [version.fileId], data });
    return { noted: true };
  },
});
