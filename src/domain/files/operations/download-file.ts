import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation, type FileAnswer } from '#platform/operations';
import { readableVersion } from '../content.ts';
import { savedType } from '../rules/preview.ts';

export const downloadFile = defineOperation({
  name: 'files.download',
  summary: 'Gets the content of a file, whole or in part: the current version, or an old one by its number.',
  kind: 'file',
  contentType: 'application/octet-stream',
  permission: 'files:read',
  route: { method: 'GET', path: '/files/:id/download' },
  positional: ['id'],
  subject: 'file',
  input: z.strictObject({
    id: idSchema('file'),
    version: z.coerce.number().int().min(1).max(1_000_000).optional().meta({ description: 'The number of a version.' }),
  }),
  problems: ['file_quarantined'],
  async run(context, { id, version: number }): Promise<FileAnswer> {
    const { name, version, parts } = await readableVersion(context, id, number);
    const contentType = savedType(version.contentType);
    return { contentType, fileName: name, chunks: parts.part(0, parts.size), parts };
  },
});
