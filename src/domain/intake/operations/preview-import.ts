import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation, uploadedFile } from '#platform/operations';
import { sniffFile } from '../adapters/sniff-file.ts';
import { fieldsFor } from '../import-fields.ts';
import { mappableFields } from '../rules/import-field.ts';
import { suggestMapping } from '../rules/mapping.ts';
import { insertUpload } from '../store/uploads.ts';
import { targetNamed } from '../targets/targets.ts';

const sampleRows = 8;

export const previewImport = defineOperation({
  name: 'imports.preview',
  summary: 'Takes in a file and shows how its columns would be mapped, before anything is imported.',
  kind: 'write',
  permission: 'imports:write',
  route: { method: 'POST', path: '/imports/preview' },
  upload: true,
  input: z.strictObject({ file: uploadedFile, object: z.string().max(50).default('contacts') }),
  output: z.object({
    uploadId: z.string().meta({ description: 'Give it to imports.create.' }),
    fileName: z.string(),
    fileSize: z.number().int(),
    headers: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping: z.array(z.looseObject({ field: z.string().nullable() })),
    encoding: z.string(),
    delimiter: z.string(),
    fields: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
    matchKeys: z.array(z.string()),
    problems: z.array(z.string()),
  }),
  async run(context, { file, object }) {
    const target = await targetNamed(context, object);
    const sniffed = await sniffFile(context.ports.files, file);
    const fields = await fieldsFor(context, target);
    const id = context.ports.ids.next();
    await insertUpload(context, { ...file, id, object });
    return {
      uploadId: publicId('up', id),
      fileName: file.name,
      fileSize: file.size,
      headers: sniffed.columns,
      sample: sniffed.sample.slice(0, sampleRows),
      mapping: suggestMapping({ columns: sniffed.columns, sample: sniffed.sample, fields }).map((one) => ({
        ...one,
        field: one.field ?? null,
      })),
      encoding: sniffed.dialect.encoding,
      delimiter: sniffed.dialect.delimiter,
      fields: mappableFields(fields).map(({ name, label, type }) => ({ name, label, type })),
      matchKeys: target.matchKeys,
      problems: sniffed.notices,
    };
  },
});
