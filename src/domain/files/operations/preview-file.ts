import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation, type FileAnswer } from '#platform/operations';
import { readableVersion } from '../content.ts';
import { previewOf } from '../rules/preview.ts';

const mostTextBytes = 1024 ** 2;

export const previewFile = defineOperation({
  name: 'files.preview',
  summary: 'Shows an image, a PDF, or the beginning of a text as plain text; nothing in it runs.',
  kind: 'file',
  contentType: 'application/octet-stream',
  permission: 'files:read',
  route: { method: 'GET', path: '/files/:id/preview' },
  positional: ['id'],
  subject: 'file',
  input: z.strictObject({
    id: idSchema('file'),
    version: z.coerce.number().int().min(1).max(1_000_000).optional().meta({ description: 'The number of a version.' }),
  }),
  problems: ['file_quarantined'],
  async run(context, { id, version: number }): Promise<FileAnswer> {
    const { name, version, parts } = await readableVersion(context, id, number);
    const preview = previewOf(version.contentType);
    if (!preview) {
      throw new Problem('unsupported_media_type', {
        detail: `Files of the type ${version.contentType} cannot be shown. Download it instead.`,
      });
    }
    if (preview.as === 'text') {
      const shown = { contentPolicy: "default-src 'none'; sandbox" };
      const chunks = parts.part(0, Math.min(parts.size, mostTextBytes));
      return { contentType: 'text/plain; charset=utf-8', fileName: name, chunks, shown };
    }
    const { contentType, contentPolicy } = preview;
    return { contentType, fileName: name, chunks: parts.part(0, parts.size), parts, shown: { contentPolicy } };
  },
});
