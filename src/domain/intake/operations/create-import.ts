import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { parseId, publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation, type UploadedFile, uploadedFile } from '#platform/operations';
import { sniffFile } from '../adapters/sniff-file.ts';
import { fieldsFor } from '../import-fields.ts';
import { runImport } from '../jobs/run-import.ts';
import { mappingOf, oneOf } from '../rules/import-plan.ts';
import { compileNormaliser } from '../rules/normalise-row.ts';
import { insertImport } from '../store/imports.ts';
import { findUpload, markUsed } from '../store/uploads.ts';
import { targetNamed } from '../targets/targets.ts';

const tagList = z.union([
  z.array(z.string()),
  z.string().transform((text) =>
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]);

const input = z.strictObject({
  file: uploadedFile.optional(),
  uploadId: z.string().max(100).optional().meta({ description: 'A file that was taken in by imports.preview.' }),
  object: z
    .string()
    .max(50)
    .default('contacts')
    .meta({ description: 'What the rows become: contacts, accounts or leads.' }),
  mapping: z
    .record(z.string(), z.string().nullable())
    .optional()
    .meta({ description: 'The field of each column; null leaves one out. Other columns are mapped by themselves.' }),
  dryRun: z.boolean().default(false).meta({ description: 'Only say what would happen.' }),
  mode: z.enum(['createAndUpdate', 'createOnly', 'updateOnly']).default('createAndUpdate'),
  matchKey: z.string().max(50).optional().meta({ description: 'What makes a row and a record the same.' }),
  ownerId: idSchema('user').optional().meta({ description: 'Who owns new records whose row names nobody.' }),
  tags: tagList.optional().meta({ description: 'Tags that every record of the file gets.' }),
  country: z
    .string()
    .length(2)
    .optional()
    .meta({ description: 'Where phone numbers without a country code are from, as DE.' }),
});

export const createImport = defineOperation({
  name: 'imports.create',
  summary: 'Imports a file: rows become clean, deduplicated, scored records, in the background.',
  kind: 'write',
  permission: 'imports:write',
  route: { method: 'POST', path: '/imports', status: 202 },
  upload: true,
  input,
  output: z.object({ id: z.string(), status: z.string() }),
  async run(context, given) {
    const target = await targetNamed(context, given.object);
    const file = await fileOf(context, given);
    const sniffed = await sniffFile(context.ports.files, file);
    const fields = await fieldsFor(context, target);
    const mapping = mappingOf({ columns: sniffed.columns, sample: sniffed.sample, fields, chosen: given.mapping });
    const normaliser = compileNormaliser({
      columns: sniffed.columns,
      mapping,
      fields,
      sample: sniffed.sample,
      country: given.country,
    });
    if (!normaliser.canIdentify) {
      throw new Problem('validation_failed', {
        detail: `${normaliser.notices.at(-1)} Map one with mapping, as {"Column":"lastName"}.`,
        mistakes: [{ path: 'mapping', message: 'maps nothing that identifies a record' }],
      });
    }
    const id = context.ports.ids.next();
    const settings = {
      mode: given.mode,
      matchKey: oneOf('matchKey', given.matchKey ?? target.matchKeys[0] ?? 'none', target.matchKeys),
      ownerId: given.ownerId,
      tags: given.tags,
      country: given.country,
      sample: sniffed.sample.slice(0, 200),
    };
    await insertImport(context, {
      id,
      object: target.object.name,
      dryRun: given.dryRun,
      fileKey: file.key,
      fileName: file.name,
      fileSize: file.size,
      sha256: file.sha256,
      dialect: sniffed.dialect,
      headers: sniffed.columns,
      mapping,
      settings,
      position: sniffed.start,
      notices: [...sniffed.notices, ...normaliser.notices],
      changeSetId: context.ports.ids.next(),
    });
    addJob(context.tx, context, runImport, { importId: id }, { key: `import:${id}` });
    context.emit({
      type: 'intake.import.started',
      data: { importId: publicId('im', id), object: target.object.plural, dryRun: given.dryRun },
    });
    return { id: publicId('im', id), status: 'queued' };
  },
});

async function fileOf(
  context: Context,
  given: { file?: UploadedFile | undefined; uploadId?: string | undefined },
): Promise<UploadedFile> {
  if (given.file) return given.file;
  if (!given.uploadId)
    throw new Problem('validation_failed', {
      detail: 'Send the file in the part "file", or the uploadId of a preview.',
      mistakes: [{ path: 'file', message: 'is missing' }],
    });
  const id = parseId('up', given.uploadId);
  const upload = await findUpload(context.sql, id);
  if (!upload)
    throw new Problem('not_found', { detail: 'There is no such upload in this workspace. Send the file again.' });
  await markUsed(context, id);
  return upload;
}
