import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation, uploadedFile } from '#platform/operations';
import { customFieldsOf } from '#platform/records';
import { sniffFile } from '../adapters/sniff-file.ts';
import { mappableFields } from '../rules/import-field.ts';
import { oneOf } from '../rules/import-plan.ts';
import { suggestMapping } from '../rules/mapping.ts';
import { insertUpload } from '../store/uploads.ts';
import { fieldsOf, targets } from '../targets/targets.ts';

const sampleRows = 8;

export const previewImport = defineOperation({
  name: 'imports.preview',
  summary: 'Takes in a file and shows how its columns would be mapped, before anything is imported.',
  kind: 'write',
  permission: 'imports:write',
  route: { method: 'POST', path: '/imports/preview' },
  upload: true,
  input: z.strictObject({ file: uploadedFile, object: z.string().max(50).default('contacts') }),
  async run(context, { file, object }) {
    const target = targets[oneOf('object', object, Object.keys(targets))];
    if (!target) throw new Error('A known object has no target.');
    const sniffed = await sniffFile(context.ports.files, file);
    const fields = fieldsOf(target, (await customFieldsOf(context, target.object)).values());
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
