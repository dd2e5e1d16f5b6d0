import { z } from 'zod';
import type { Context } from '#platform/context';
import { anyIdSchema, recordRef } from '#platform/fields';
import { addJob } from '#platform/jobs';
import { defineOperation, type UploadedFile, uploadedFile } from '#platform/operations';
import { checkedValues, createRecords, getRecord, updateRecords } from '#platform/records';
import { accesses, documentTypes, file, fileVersion } from '../fields.ts';
import { scanVersionJob } from '../jobs/scan-version.ts';
import { contentTypeOf } from '../rules/content-type.ts';
import { nameKey, safeName } from '../rules/safe-name.ts';
import { lockName } from '../store/files.ts';
import { nextNumber } from '../store/versions.ts';

const mostBytes = 1024 ** 3;

const input = z.strictObject({
  file: uploadedFile,
  recordId: anyIdSchema(),
  name: z
    .string()
    .max(500)
    .optional()
    .meta({ description: 'What it is to be called; the name that it comes with unless told.' }),
  description: z
    .string()
    .max(2000)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'must not contain NUL characters')
    .optional(),
  documentType: z.enum(documentTypes).optional(),
  access: z.enum(accesses).exclude(['listed']).optional().meta({
    description: 'Who may read it; files.setPermissions names people and roles.',
  }),
});

export const uploadFile = defineOperation({
  name: 'files.upload',
  summary: 'Puts a file on a record; the same name again is a new version, and the old ones are kept.',
  kind: 'write',
  permission: 'files:write',
  route: { method: 'POST', path: '/files/upload', status: 201 },
  upload: { mostBytes },
  input,
  answers: file.name,
  async run(context, { file: uploaded, recordId, name: given, ...more }) {
    await checkedValues(context, file, { recordId });
    const name = safeName(given ?? uploaded.name);
    const contentType = contentTypeOf(Buffer.from(uploaded.head ?? '', 'base64'), name);
    const known = await lockName(context.tx, recordRef(recordId)?.id ?? '', nameKey(name));
    const fileId = known?.id ?? context.ports.ids.next();
    const versionId = context.ports.ids.next();
    const number = known ? await nextNumber(context.tx, fileId) : 1;
    const content = { contentType, size: uploaded.size, checksum: uploaded.sha256 };
    const set = { ...more, ...content, versionNumber: number, currentVersionId: versionId };
    const scan = context.ports.scanner ? 'pending' : 'unscanned';
    const documentType = more.documentType ?? (contentType.startsWith('image/') ? 'image' : 'attachment');
    if (!known) await createRecords(context, file, [{ ...set, recordId, name, documentType, scan }], { ids: [fileId] });
    await insertVersion(context, { id: versionId, fileId, number, ...content, scan, uploaded });
    if (known) await updateRecords(context, file, [{ id: fileId, set: { ...set, scan } }]);
    return getRecord(context, file, fileId);
  },
});

interface NewVersion {
  id: string;
  fileId: string;
  number: number;
  contentType: string;
  size: number;
  checksum: string;
  scan: string;
  uploaded: UploadedFile;
}

async function insertVersion(context: Context, { id, uploaded, ...set }: NewVersion): Promise<void> {
  await createRecords(context, fileVersion, [set], { ids: [id], columns: [{ store_key: uploaded.key }] });
  if (context.ports.scanner) addJob(context.tx, context, scanVersionJob, { versionId: id }, { key: `scan:${id}` });
}
